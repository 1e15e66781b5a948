import type { Department, Seniority } from '../../src/domain/title.ts';

/** One title with what it says; `departments` in any order. */
export interface TitleCase { language: string; title: string; seniority: Seniority | null; departments: Department[] }

/**
 * Job titles as people write them, from the occupation names of public taxonomies (O*NET, ESCO) and the ranks that stand before them.
 * A line is `title | seniority | departments`, "-" for what the title does not say. Written before the rules were.
 */
const TABLE: Record<string, string> = {
  en: `
Chief Executive Officer | c-level | executive
CEO | c-level | executive
CTO & co-founder | founder | engineering, executive
Founder & CEO | founder | executive
Owner | owner | executive
Managing Director | c-level | executive
President | c-level | executive
Vice President of Sales | vp | sales
VP Eng | vp | engineering
SVP Global Marketing | vp | marketing
Senior Vice President, Human Resources | vp | hr
Head of RevOps | head | revenue-operations
Head of Sales & Marketing | head | sales, marketing
Chief Revenue Officer | c-level | sales
Chief Information Security Officer | c-level | security
Chief Financial Officer (CFO) | c-level | finance
Chief of Staff | senior | executive
Director of Product Management | director | product
Director, Customer Success EMEA | director | customer-success
Sales Manager | manager | sales
Senior Manager, Supply Chain | manager | logistics
Purchasing Manager | manager | procurement
Human Resources Manager | manager | hr
Training and Development Manager | manager | hr
Industrial Production Manager | manager | production
Quality Control Systems Manager | manager | quality
Marketing Manager | manager | marketing
Product Owner | specialist | product
Product Marketing Manager | manager | marketing
Account Executive | specialist | sales
Senior Account Executive | senior | sales
Sales Development Representative | specialist | sales
Lead Generation Specialist | specialist | marketing
Senior Software Engineer | senior | engineering
Staff Engineer | senior | engineering
Lead Data Scientist | senior | data
Junior Frontend Developer | junior | engineering
Software Engineering Intern | intern | engineering
Assistant to the CEO | specialist | administration
Executive Assistant to the Managing Director | specialist | administration
Executive Secretary | specialist | administration
Accountant | specialist | finance
Payroll Clerk | specialist | finance
Financial Analyst | specialist | finance
Compliance Officer | specialist | legal
Paralegal | specialist | legal
General Counsel | c-level | legal
Partner at Example Law LLP | partner | -
HR Business Partner | specialist | hr
Registered Nurse | specialist | healthcare
Elementary School Teacher | specialist | education
Graphic Designer | specialist | design
Management Consultant | specialist | consulting
Database Administrator | specialist | it
Network and Computer Systems Administrator | specialist | it
IT Manager | manager | it
Information Security Analyst | specialist | security
Logistician | specialist | logistics
Chemist | specialist | research
Team Lead Customer Support | manager | customer-success`,
  de: `
Geschäftsführer | c-level | executive
Geschäftsführender Gesellschafter | c-level | executive
Inhaber | owner | executive
Inhaberin & Geschäftsführerin | owner | executive
Gründer und Geschäftsführer | founder | executive
Vorstandsvorsitzender | c-level | executive
Mitglied des Vorstands | c-level | executive
Leiter Einkauf | head | procurement
Einkaufsleiterin | head | procurement
Vertriebsleiter | head | sales
Leiterin Marketing und Kommunikation | head | marketing
Bereichsleiter Produktion | head | production
Abteilungsleiter Qualitätssicherung | head | quality
Kaufmännischer Leiter | head | finance
IT-Leiter | head | it
Leiter Personal | head | hr
Leitung Kundenservice | head | customer-success
Stellvertretender Leiter Logistik | head | logistics
Teamleiter Vertriebsinnendienst | manager | sales
Projektleiter Softwareentwicklung | manager | engineering
Produktmanager | manager | product
Direktor Finanzen | director | finance
Prokurist | director | executive
Strategischer Einkäufer | specialist | procurement
Außendienstmitarbeiter | specialist | sales
Vertriebsmitarbeiterin | specialist | sales
Bilanzbuchhalter | specialist | finance
Steuerberater | specialist | finance
Softwareentwickler | specialist | engineering
Senior Softwareentwickler | senior | engineering
Maschinenbauingenieur | specialist | engineering
Systemadministrator | specialist | it
Personalreferentin | specialist | hr
Sachbearbeiter Buchhaltung | specialist | finance
Assistentin der Geschäftsführung | specialist | administration
Sekretärin | specialist | administration
Krankenpfleger | specialist | healthcare
Lehrerin | specialist | education
Unternehmensberater | specialist | consulting
Rechtsanwältin | specialist | legal
Werkstudent Marketing | intern | marketing
Praktikant im Controlling | intern | finance
Auszubildender zum Industriemechaniker | intern | production
Junior Projektmanager | junior | operations`,
  fr: `
Directeur commercial | director | sales
Directrice marketing | director | marketing
Directeur général | c-level | executive
Président-directeur général | c-level | executive
PDG | c-level | executive
Directeur des ressources humaines | director | hr
Directeur financier | director | finance
Directeur des systèmes d'information | director | it
Directrice des achats | director | procurement
Fondateur | founder | executive
Co-fondatrice et directrice générale | founder | executive
Gérant | c-level | executive
Propriétaire | owner | executive
Associé | partner | -
Responsable des achats | manager | procurement
Responsable commerciale | manager | sales
Responsable logistique | manager | logistics
Responsable qualité | manager | quality
Chef de projet informatique | manager | it
Chef de produit | manager | product
Chef des ventes | head | sales
Ingénieur logiciel | specialist | engineering
Ingénieur d'affaires | specialist | sales
Ingénieur en génie civil | specialist | engineering
Développeur web | specialist | engineering
Technico-commercial | specialist | sales
Chargée de recrutement | specialist | hr
Chargé de communication | specialist | marketing
Acheteur | specialist | procurement
Comptable | specialist | finance
Contrôleur de gestion | specialist | finance
Juriste d'entreprise | specialist | legal
Avocate | specialist | legal
Assistante de direction | specialist | administration
Infirmier | specialist | healthcare
Enseignante | specialist | education
Consultant en stratégie | specialist | consulting
Stagiaire marketing | intern | marketing
Alternant développeur | intern | engineering
Vice-président des ventes | vp | sales`,
  es: `
Director comercial | director | sales
Directora de marketing | director | marketing
Director general | c-level | executive
Consejero delegado | c-level | executive
Gerente general | c-level | executive
Director financiero | director | finance
Directora de recursos humanos | director | hr
Director de operaciones | director | operations
Fundador y CEO | founder | executive
Propietaria | owner | executive
Dueño | owner | executive
Socio | partner | -
Vicepresidente de ventas | vp | sales
Jefe de compras | head | procurement
Jefa de ventas | head | sales
Jefe de producción | head | production
Gerente de ventas | manager | sales
Gerente de proyecto | manager | operations
Responsable de calidad | manager | quality
Responsable de logística | manager | logistics
Ingeniero de software | specialist | engineering
Ingeniera industrial | specialist | engineering
Desarrollador web | specialist | engineering
Programador sénior | senior | engineering
Representante de ventas | specialist | sales
Comprador | specialist | procurement
Contable | specialist | finance
Auditora | specialist | finance
Abogado | specialist | legal
Técnico de recursos humanos | specialist | hr
Asistente de dirección | specialist | administration
Secretario | specialist | administration
Enfermera | specialist | healthcare
Médico | specialist | healthcare
Profesora | specialist | education
Consultor de negocio | specialist | consulting
Diseñador gráfico | specialist | design
Analista de datos | specialist | data
Becario | intern | -
Administrador de sistemas | specialist | it`,
  it: `
Amministratore delegato | c-level | executive
Direttore generale | c-level | executive
Presidente | c-level | executive
Titolare | owner | executive
Fondatrice | founder | executive
Socio fondatore | founder | executive
Direttore commerciale | director | sales
Direttrice marketing | director | marketing
Direttore finanziario | director | finance
Direttore delle risorse umane | director | hr
Direttore acquisti | director | procurement
Direttore di produzione | director | production
Responsabile vendite | manager | sales
Responsabile acquisti | manager | procurement
Responsabile qualità | manager | quality
Responsabile della logistica | manager | logistics
Responsabile amministrativo | manager | finance
Capo reparto | head | -
Capo progetto | manager | operations
Ingegnere meccanico | specialist | engineering
Ingegnere del software | specialist | engineering
Sviluppatore web | specialist | engineering
Sviluppatrice senior | senior | engineering
Agente di commercio | specialist | sales
Rappresentante commerciale | specialist | sales
Contabile | specialist | finance
Commercialista | specialist | finance
Avvocato | specialist | legal
Addetto alle risorse umane | specialist | hr
Impiegato amministrativo | specialist | administration
Segretaria di direzione | specialist | administration
Infermiere | specialist | healthcare
Insegnante | specialist | education
Consulente aziendale | specialist | consulting
Grafico | specialist | design
Buyer | specialist | procurement
Analista programmatore | specialist | engineering
Tirocinante | intern | -
Stagista marketing | intern | marketing
Operaio di produzione | specialist | production`,
  pt: `
Diretor-geral | c-level | executive
Diretor executivo | c-level | executive
Presidente do conselho | c-level | executive
Sócio-gerente | c-level | executive
Proprietário | owner | executive
Fundadora e CEO | founder | executive
Sócia | partner | -
Diretor comercial | director | sales
Diretora de marketing | director | marketing
Diretor financeiro | director | finance
Diretora de recursos humanos | director | hr
Diretor de compras | director | procurement
Vice-presidente de vendas | vp | sales
Gerente de vendas | manager | sales
Gerente de produção | manager | production
Gerente de logística | manager | logistics
Gerente de projetos | manager | operations
Chefe de departamento | head | -
Coordenador de qualidade | specialist | quality
Coordenadora de marketing | specialist | marketing
Engenheiro de software | specialist | engineering
Engenheira civil | specialist | engineering
Desenvolvedor full stack | specialist | engineering
Programadora | specialist | engineering
Analista de sistemas | specialist | it
Analista financeiro sênior | senior | finance
Cientista de dados | specialist | data
Representante comercial | specialist | sales
Vendedor | specialist | sales
Comprador | specialist | procurement
Contabilista | specialist | finance
Advogada | specialist | legal
Técnico de recursos humanos | specialist | hr
Assistente administrativo | specialist | administration
Secretária executiva | specialist | administration
Enfermeiro | specialist | healthcare
Professor | specialist | education
Consultora de gestão | specialist | consulting
Estagiário de engenharia | intern | engineering
Designer gráfico | specialist | design`,
  nl: `
Algemeen directeur | c-level | executive
Eigenaar | owner | executive
Oprichter | founder | executive
Mede-oprichter & CTO | founder | engineering, executive
Directeur | director | -
Commercieel directeur | director | sales
Financieel directeur | director | finance
Directeur bedrijfsvoering | director | operations
Hoofd inkoop | head | procurement
Hoofd verkoop | head | sales
Hoofd personeelszaken | head | hr
Afdelingshoofd | head | -
Verkoopleider | manager | sales
Inkoopmanager | manager | procurement
Marketingmanager | manager | marketing
Productiemanager | manager | production
Kwaliteitsmanager | manager | quality
Logistiek manager | manager | logistics
Teamleider klantenservice | manager | customer-success
Projectleider | manager | operations
Accountmanager | manager | sales
Inkoper | specialist | procurement
Verkoopmedewerker | specialist | sales
Vertegenwoordiger | specialist | sales
Boekhouder | specialist | finance
Administratief medewerker | specialist | administration
Softwareontwikkelaar | specialist | engineering
Senior ontwikkelaar | senior | engineering
Werktuigbouwkundig ingenieur | specialist | engineering
Systeembeheerder | specialist | it
Personeelsadviseur | specialist | hr
Jurist | specialist | legal
Advocaat | specialist | legal
Verpleegkundige | specialist | healthcare
Leraar basisonderwijs | specialist | education
Organisatieadviseur | specialist | consulting
Directiesecretaresse | specialist | administration
Stagiair marketing | intern | marketing
Onderzoeker | specialist | research
Grafisch vormgever | specialist | design`,
  pl: `
Prezes zarządu | c-level | executive
Wiceprezes ds. sprzedaży | vp | sales
Członek zarządu | c-level | executive
Dyrektor generalny | c-level | executive
Właściciel | owner | executive
Współzałożyciel | founder | executive
Założycielka | founder | executive
Wspólnik | partner | -
Dyrektor handlowy | director | sales
Dyrektor finansowy | director | finance
Dyrektor marketingu | director | marketing
Dyrektor ds. zasobów ludzkich | director | hr
Kierownik działu zakupów | manager | procurement
Kierownik sprzedaży | manager | sales
Kierownik produkcji | manager | production
Kierownik projektu | manager | operations
Kierownik magazynu | manager | logistics
Kierownik działu jakości | manager | quality
Główny księgowy | senior | finance
Księgowa | specialist | finance
Specjalista ds. zakupów | specialist | procurement
Specjalista ds. marketingu | specialist | marketing
Specjalista ds. kadr i płac | specialist | hr
Przedstawiciel handlowy | specialist | sales
Kupiec | specialist | procurement
Programista | specialist | engineering
Starszy programista | senior | engineering
Młodszy programista | junior | engineering
Inżynier mechanik | specialist | engineering
Administrator sieci | specialist | it
Analityk danych | specialist | data
Prawnik | specialist | legal
Adwokat | specialist | legal
Asystentka zarządu | specialist | administration
Sekretarka | specialist | administration
Pielęgniarka | specialist | healthcare
Lekarz | specialist | healthcare
Nauczyciel | specialist | education
Konsultant | specialist | consulting
Stażysta | intern | -`,
  sv: `
Verkställande direktör | c-level | executive
VD | c-level | executive
Grundare | founder | executive
Ägare | owner | executive
Försäljningschef | head | sales
Inköpschef | head | procurement
Ekonomichef | head | finance
Säljare | specialist | sales
Systemutvecklare | specialist | engineering
Sjuksköterska | specialist | healthcare`,
  ja: `
代表取締役社長 | c-level | executive
営業部長 | head | sales
購買課長 | manager | procurement
ソフトウェアエンジニア | specialist | engineering
インターン | intern | -`,
  zh: `
总经理 | c-level | executive
销售总监 | director | sales
采购经理 | manager | procurement
软件工程师 | specialist | engineering
创始人兼首席执行官 | founder | executive`,
  ko: `
대표이사 | c-level | executive
영업부장 | head | sales
마케팅 팀장 | manager | marketing
소프트웨어 개발자 | specialist | engineering
인사과장 | manager | hr`,
};

export const TITLES: TitleCase[] = readTable(TABLE);

/** The cases of a table of `title | seniority | departments` lines by language or round. */
export function readTable(table: Record<string, string>): TitleCase[] {
  return Object.entries(table).flatMap(([language, lines]) => lines.trim().split('\n').map((line) => {
    const [departments = '', seniority = '', ...title] = line.split(' | ').reverse();
    return { language, title: title.reverse().join(' | '), seniority: seniority === '-' ? null : (seniority as Seniority), departments: departments === '-' ? [] : (departments.split(', ') as Department[]) };
  }));
}
