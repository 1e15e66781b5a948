import { describe, expect, test } from 'vitest';
import { guessTarget, headerKey } from '../../../src/files/mapping/guess.ts';
import { isOfCompany, targetsOfCompanies, targetsOfPeople, type Target } from '../../../src/files/mapping/target.ts';
import { leadSourceOf, stageOf } from '../../../src/files/mapping/word.ts';

const all = (header: string): string[] => header.split(',').map((name) => guessTarget(name, []));

describe('columns are guessed by their words', () => {
  test.each([
    ['en', 'First Name,Last Name,E-mail,Company,Job Title,Phone Number,Website,City,Country,Industry,Number of Employees,Notes'],
    ['de', 'Vorname,Nachname,E-Mail-Adresse,Firma,Berufsbezeichnung,Telefonnummer,Webseite,Ort,Land,Branche,Mitarbeiterzahl,Bemerkungen'],
    ['fr', 'Prénom,Nom de famille,Courriel,Entreprise,Poste,Téléphone,Site web,Ville,Pays,Secteur,Effectif,Commentaires'],
    ['es', 'Nombre,Apellidos,Correo electrónico,Empresa,Cargo,Teléfono,Sitio web,Ciudad,País,Sector,Empleados,Observaciones'],
    ['nl', 'Voornaam,Achternaam,E-mail,Bedrijf,Functie,Telefoonnummer,Website,Plaats,Land,Sector,Medewerkers,Opmerkingen'],
    ['pt', 'Primeiro nome,Sobrenome,E-mail,Empresa,Cargo,Telemóvel,Site,Cidade,País,Setor,Funcionários,Observações'],
    ['it', 'Nome,Cognome,E-mail,Azienda,Ruolo,Cellulare,Sito web,Città,Paese,Settore,Dipendenti,Annotazioni'],
  ])('in %s', (_language, header) => {
    expect(all(header)).toEqual(['firstName', 'lastName', 'email', 'company', 'title', 'phone', 'website', 'city', 'country', 'companyIndustry', 'companySize', 'note']);
  });

  test('what only looks like a field is none', () => {
    expect(all('Email Status,Phone Type,Company ID,Owner,Score,Internal Number')).toEqual(['', '', '', '', '', '']);
    expect([guessTarget('Company LinkedIn URL', []), guessTarget('Unsubscribed', []), guessTarget('Consent date', []), guessTarget('Email Opt Out', []), guessTarget('Lead Source', [])]).toEqual(['companyLinkedin', 'optOut', 'consentAt', 'optOut', 'leadSource']);
  });

  test('a column without a name is known by what stands in it, when that can be nothing else', () => {
    expect([guessTarget('', ['a@example.com', 'b@example.com']), guessTarget('', ['https://www.linkedin.com/in/a']), guessTarget('Column 2', ['Ada Example', 'Bob Sample']), guessTarget('', ['red', 'blue']), guessTarget('', [])]).toEqual(['email', 'linkedin', 'name', '', '']);
  });

  test('headers of an API read as those of a report', () => {
    expect(['MailingCity', 'LinkedIn URL', 'E-Mail (2)', 'Company / Account', 'created_time'].map(headerKey)).toEqual(['mailing city', 'linkedin url', 'e mail', 'company account', 'created time']);
  });
});

test('lead sources and stages are understood as tools call them', () => {
  expect(['Webinar', 'Employee Referral', 'PAID_SEARCH', 'Organic Search', 'Trade Show', 'Web', 'Something else', 'Messe'].map((said) => leadSourceOf(said).leadSource)).toEqual(['webinar', 'referral', 'paid ad', 'SEO blog', 'offline event', 'landing page', 'other', 'offline event']);
  expect(['Open - Not Contacted', 'Working - Contacted', 'Customer', 'Unqualified', 'Sales Qualified Lead', 'nurture', 'Blue'].map(stageOf)).toEqual([undefined, 'working', 'won', 'disqualified', 'sales-ready', 'nurture', undefined]);
});

test('columns of a file of companies say of the company what they would say of a person, and go back', () => {
  const people: Target[] = ['name', 'website', 'phone', 'companyPhone', 'tags', 'email'];
  const companies = targetsOfCompanies(people);
  expect(companies).toEqual(['company', 'companyWebsite', 'phone', 'companyPhone', 'tags', 'email']);
  expect(companies.map(isOfCompany)).toEqual([true, true, false, true, true, false]);
  expect(targetsOfPeople(companies, people)).toEqual(people);
});
