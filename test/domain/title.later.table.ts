import { readTable, type TitleCase } from './title.table.ts';

/**
 * Titles that were written after the rules, in three rounds, and measured before any rule was touched for them: 0.99, 0.97 and 0.95 of the
 * seniorities and 0.96, 0.93 and 0.93 of the departments were right at that first sight. What was missed is understood since.
 */
const TABLE: Record<string, string> = {
  first: `
Chief Marketing Officer | c-level | marketing
VP of Engineering | vp | engineering
EVP & General Manager | vp | executive
Co-Founder & COO | founder | executive, operations
Head of Talent Acquisition | head | hr
Director of Finance and Administration | director | finance, administration
Regional Sales Director | director | sales
Key Account Manager | manager | sales
Business Development Manager | manager | sales
Customer Success Manager | manager | customer-success
Procurement Specialist | specialist | procurement
Supply Chain Analyst | specialist | logistics
Warehouse Supervisor | manager | logistics
Plant Manager | manager | production
Quality Assurance Engineer | specialist | quality
Mechanical Engineer | specialist | engineering
DevOps Engineer | specialist | engineering
Principal Software Architect | senior | engineering
UX Designer | specialist | design
Product Designer | specialist | design
Data Engineer | specialist | data
Machine Learning Engineer | specialist | data
Security Engineer | specialist | security
Legal Counsel | specialist | legal
Office Manager | manager | administration
Recruiter | specialist | hr
Content Writer | specialist | marketing
SEO Specialist | specialist | marketing
Growth Marketing Lead | manager | marketing
Engineering Manager | manager | engineering
Sales Engineer | specialist | sales
Marketing Assistant | specialist | marketing
Research Scientist | specialist | research
Physician | specialist | healthcare
University Lecturer | specialist | education
Receptionist | specialist | administration
Truck Driver | specialist | logistics
Machinist | specialist | production
Managing Partner | partner | executive
Board Member | c-level | executive
Chairman of the Board | c-level | executive
Interim CFO | c-level | finance
Deputy Head of Procurement | head | procurement
Associate Director, Clinical Research | director | research
Summer Intern | intern | -
Revenue Operations Analyst | specialist | revenue-operations
Sales Ops Manager | manager | revenue-operations
Chief Product Officer | c-level | product
Director of IT Security | director | security
Treasurer | specialist | finance
Leiter Softwareentwicklung | head | engineering
Bereichsleiterin Einkauf & Logistik | head | procurement, logistics
Verkaufsleiter | head | sales
Personalleiterin | head | hr
Entwicklungsleiter | head | engineering
Produktionsleiter | head | production
Werksleiter | head | production
Finanzvorstand | c-level | finance
Vertriebsvorstand | c-level | sales
Geschäftsleitung | c-level | executive
CEO und Inhaber | owner | executive
Kundenberater | specialist | sales
Key-Account-Managerin | manager | sales
Elektroingenieur | specialist | engineering
Fachinformatiker | specialist | it
Controller | specialist | finance
Qualitätsmanager | manager | quality
Logistikleiter | head | logistics
Lagerist | specialist | logistics
Personalsachbearbeiter | specialist | hr
Wissenschaftlicher Mitarbeiter | specialist | research
Arzt | specialist | healthcare
Werkstudentin Vertrieb | intern | sales
Duales Studium Informatik | intern | it
Responsable des ventes | manager | sales
Directeur technique | director | engineering
Directrice générale adjointe | c-level | executive
Chargé d'affaires | specialist | sales
Attaché commercial | specialist | sales
Chef de service comptabilité | head | finance
Responsable ressources humaines | manager | hr
Ingénieur commercial | specialist | sales
Développeuse full-stack | specialist | engineering
Médecin | specialist | healthcare
Acheteuse industrielle | specialist | procurement
Directeur d'usine | director | production
Responsable de production | manager | production
Jefe de proyecto | manager | operations
Director de compras | director | procurement
Directora general | c-level | executive
Gerente de recursos humanos | manager | hr
Ejecutiva de ventas | specialist | sales
Comercial | specialist | sales
Ingeniero informático | specialist | engineering
Asesor financiero | specialist | finance
Cofundadora | founder | executive
Responsable de marketing digital | manager | marketing
Direttore tecnico | director | engineering
Responsabile commerciale | manager | sales
Responsabile risorse umane | manager | hr
Impiegata contabile | specialist | finance
Medico | specialist | healthcare
Imprenditore | owner | executive
Direttore generale e fondatore | founder | executive
Magazziniere | specialist | logistics
Gerente comercial | manager | sales
Diretor de operações | director | operations
Gestor de projetos | manager | operations
Engenheiro de dados | specialist | data
Médica | specialist | healthcare
Contador | specialist | finance
Analista de marketing | specialist | marketing
Empresário | owner | executive
Hoofd marketing | head | marketing
Sales manager Benelux | manager | sales
HR-adviseur | specialist | hr
Magazijnmedewerker | specialist | logistics
Directeur-eigenaar | owner | executive
Technisch directeur | director | engineering
Inkoopmedewerker | specialist | procurement
Leerkracht | specialist | education
Huisarts | specialist | healthcare
Dyrektor sprzedaży | director | sales
Dyrektor zakupów | director | procurement
Kierownik logistyki | manager | logistics
Specjalista ds. sprzedaży | specialist | sales
Inżynier oprogramowania | specialist | engineering
Prezes | c-level | executive
Magazynier | specialist | logistics
Handlowiec | specialist | sales
Rekruter | specialist | hr
Praktykant | intern | -`,
  second: `
Advertising and Promotions Manager | manager | marketing
Public Relations Specialist | specialist | marketing
Facilities Manager | manager | operations
Medical and Health Services Manager | manager | healthcare
Computer User Support Specialist | specialist | it
Web Developer | specialist | engineering
Civil Engineer | specialist | engineering
Industrial Engineer | specialist | engineering
Management Analyst | specialist | consulting
Budget Analyst | specialist | finance
Insurance Underwriter | specialist | finance
Tax Preparer | specialist | finance
Statistician | specialist | data
Librarian | specialist | education
Surgeon | specialist | healthcare
Medical Assistant | specialist | healthcare
Real Estate Broker | specialist | sales
Travel Agent | specialist | -
First-Line Supervisor of Production Workers | manager | production
Electrician | specialist | production
Heavy Truck Driver | specialist | logistics
Human Resources Specialist | specialist | hr
Customer Service Representative | specialist | customer-success
Telemarketer | specialist | sales
Chief Data Officer | c-level | data
Chief Human Resources Officer | c-level | hr
Chief Operating Officer & Co-Owner | owner | operations, executive
Group CIO | c-level | it
Global Head of Procurement | head | procurement
Area Sales Manager DACH | manager | sales
Senior Product Manager | manager | product
Product Manager | manager | product
Principal Product Designer | senior | design
Founding Partner | partner | -
Angel Investor | - | -
VP, Customer Experience | vp | customer-success
VP People & Culture | vp | hr
Director of Demand Generation | director | marketing
Salesforce Administrator | specialist | it
Solutions Architect | specialist | engineering
Cloud Engineer | specialist | engineering
QA Lead | manager | quality
Tech Lead | manager | engineering
Lab Technician | specialist | research
Clinical Psychologist | specialist | healthcare
School Principal | head | education
Associate Professor | specialist | education
Financial Controller | specialist | finance
Graduate Trainee | junior | -
Apprentice Electrician | intern | production
Executive Director, Marketing | c-level | marketing, executive
Board Secretary | specialist | administration
Junior Buyer | junior | procurement
Store Manager | manager | operations
Fleet Manager | manager | logistics
EHS Manager | manager | quality
Leiter Controlling | head | finance
Leiter Qualitätsmanagement | head | quality
Leiter Forschung und Entwicklung | head | research, engineering
Geschäftsbereichsleiter | head | -
Niederlassungsleiter | head | -
Technischer Einkäufer | specialist | procurement
Key Account Manager | manager | sales
Vertriebsingenieur | specialist | sales
Marketingreferentin | specialist | marketing
Lohnbuchhalter | specialist | finance
Wirtschaftsprüfer | specialist | finance
Kauffrau für Büromanagement | specialist | administration
Mechatroniker | specialist | production
Industriemeister | manager | production
Lagerleiter | head | logistics
Fuhrparkleiter | head | logistics
Datenschutzbeauftragter | specialist | legal
IT-Sicherheitsbeauftragter | specialist | security
Softwarearchitekt | specialist | engineering
Scrum Master | specialist | engineering
Grafikdesignerin | specialist | design
Hausarzt | specialist | healthcare
Apothekerin | specialist | healthcare
Gymnasiallehrer | specialist | education
Oberarzt | specialist | healthcare
Assistenz der Geschäftsleitung | specialist | administration
Gesellschafter | partner | -
CTO und Mitgründer | founder | engineering, executive
Trainee Vertrieb | junior | sales
Directeur de production | director | production
Directrice juridique | director | legal
Directeur de la communication | director | marketing
DRH | director | hr
Responsable paie | manager | finance
Responsable informatique | manager | it
Responsable SAV | manager | -
Chef d'atelier | head | production
Chef de chantier | manager | -
Technicien de maintenance | specialist | production
Conseiller clientèle | specialist | customer-success
Commercial terrain | specialist | sales
Architecte logiciel | specialist | engineering
Administrateur réseau | specialist | it
Pharmacien | specialist | healthcare
Professeure des écoles | specialist | education
Secrétaire médicale | specialist | administration
Expert-comptable | specialist | finance
Graphiste | specialist | design
Apprenti comptable | intern | finance
Directora financiera | director | finance
Director de tecnología | director | engineering
Director de recursos humanos | director | hr
Jefe de almacén | head | logistics
Jefe de mantenimiento | head | production
Responsable comercial | manager | sales
Técnico de laboratorio | specialist | research
Operario de producción | specialist | production
Conductor de camión | specialist | logistics
Administrativa contable | specialist | finance
Asistente de marketing | specialist | marketing
Recepcionista | specialist | administration
Farmacéutica | specialist | healthcare
Maestra de primaria | specialist | education
Arquitecto de software | specialist | engineering
Practicante de ingeniería | intern | engineering
Direttore della produzione | director | production
Direttore del personale | director | hr
Responsabile marketing | manager | marketing
Responsabile IT | manager | it
Responsabile ufficio acquisti | manager | procurement
Capo contabile | head | finance
Tecnico di laboratorio | specialist | research
Magazziniere | specialist | logistics
Elettricista | specialist | production
Docente universitario | specialist | education
Farmacista | specialist | healthcare
Architetto | specialist | engineering
Addetta al customer service | specialist | customer-success
Diretor de tecnologia | director | engineering
Diretora jurídica | director | legal
Gerente de marketing | manager | marketing
Gerente de TI | manager | it
Supervisor de produção | manager | production
Técnico de manutenção | specialist | production
Motorista | specialist | logistics
Auxiliar administrativo | specialist | administration
Recepcionista | specialist | administration
Farmacêutico | specialist | healthcare
Arquiteta | specialist | engineering
Auditor interno | specialist | finance
Operations manager | manager | operations
Hoofd communicatie | head | marketing
Directeur marketing en verkoop | director | marketing, sales
Salarisadministrateur | specialist | finance
Recruiter | specialist | hr
Elektricien | specialist | production
Vrachtwagenchauffeur | specialist | logistics
Apotheker | specialist | healthcare
Docent | specialist | education
Jurist arbeidsrecht | specialist | legal
Teamleider productie | manager | production
Bedrijfsleider | manager | -
IT-beheerder | specialist | it
Kwaliteitsmedewerker | specialist | quality
Dyrektor operacyjny | director | operations
Dyrektor IT | director | it
Kierownik działu kadr | manager | hr
Kierownik działu marketingu | manager | marketing
Kierownik zmiany | manager | -
Starszy specjalista ds. logistyki | senior | logistics
Asystentka prezesa | specialist | administration
Analityk finansowy | specialist | finance
Analityk biznesowy | specialist | -
Elektryk | specialist | production
Kierowca | specialist | logistics
Farmaceuta | specialist | healthcare
Grafik komputerowy | specialist | design
Doradca klienta | specialist | customer-success
Inżynier jakości | specialist | quality`,
  third: `
Business Developer | specialist | sales
Account Director | director | sales
Digital Marketing Manager at Example Inc. | manager | marketing
Helping B2B teams sell more · CEO @ Example | c-level | executive
CEO @Example, ex-Google | c-level | executive
Sr. Director, Global Supply Chain | director | logistics
Software Developer III | specialist | engineering
Platform Engineer | specialist | engineering
iOS Developer | specialist | engineering
Customer Support Agent | specialist | customer-success
Technical Recruiter | specialist | hr
People Ops Manager | manager | hr
Warehouse Worker | specialist | logistics
Chief Architect | head | engineering
Partner Manager | manager | sales
Assistant Store Manager | manager | operations
Assistant Professor of Economics | specialist | education
PhD Student | intern | research
Nurse Practitioner | specialist | healthcare
Head Nurse | head | healthcare
Deputy Director of Nursing | director | healthcare
Principal Consultant | senior | consulting
Management Trainee | junior | -
Freelance Graphic Designer | specialist | design
Attorney at Law | specialist | legal
Board Advisor | specialist | consulting
Sales & Marketing Intern | intern | sales, marketing
Business Intelligence Analyst | specialist | data
Quality Manager | manager | quality
Maintenance Technician | specialist | production
Production Planner | specialist | production
Financial Planning & Analysis Manager | manager | finance
VP Finance & Operations | vp | finance, operations
Co-CEO | c-level | executive
Chief Customer Officer | c-level | customer-success
Chief Strategy Officer | c-level | executive
Chief Legal Officer | c-level | legal
Chief Procurement Officer | c-level | procurement
Chief Supply Chain Officer | c-level | logistics
Gesamtvertriebsleiter | head | sales
Leiter Vertrieb & Marketing DACH | head | sales, marketing
Head of Einkauf | head | procurement
Leiterin Unternehmenskommunikation | head | marketing
Kfm. Geschäftsführer | c-level | executive
Technischer Geschäftsführer | c-level | executive
Leiter Konstruktion | head | engineering
Leiter Instandhaltung | head | production
Disponent | specialist | logistics
Exportmanager | manager | -
Gebietsverkaufsleiter | head | sales
Regionalleiter Vertrieb | head | sales
Sales Manager (m/w/d) | manager | sales
Entwicklungsingenieurin | specialist | engineering
IT-Projektmanager | manager | it
Anwendungsentwickler | specialist | engineering
Personalentwickler | specialist | hr
Controllerin | specialist | finance
Einkaufscontroller | specialist | finance
Qualitätsprüfer | specialist | quality
Zahnärztin | specialist | healthcare
Grundschullehrerin | specialist | education
Professor für Informatik | specialist | education
Pflegedienstleitung | head | healthcare
Bürokaufmann | specialist | administration
Teamassistentin | specialist | administration
Vertriebsassistent | specialist | sales
Directeur adjoint | director | -
Directeur régional des ventes | director | sales
Directeur d'agence | director | -
Responsable de magasin | manager | -
Responsable marketing digital | manager | marketing
Responsable RH | manager | hr
Chef de cuisine | manager | -
Chef comptable | head | finance
Ingénieure qualité | specialist | quality
Ingénieur R&D | specialist | research
Data scientist senior | senior | data
Chargée de mission RH | specialist | hr
Gestionnaire de paie | manager | finance
Dirigeant | c-level | executive
Co-gérant | c-level | executive
Sage-femme | specialist | healthcare
Avocat associé | partner | legal
Directora de operaciones | director | operations
Director de ventas | director | sales
Director de sistemas | director | it
Jefe de administración | head | administration
Jefe de recursos humanos | head | hr
Socio director | partner | -
Presidenta | c-level | executive
Gerente | manager | -
Gerente de planta | manager | production
Coordinadora de logística | specialist | logistics
Comercial de exportación | specialist | sales
Ingeniero de datos | specialist | data
Directora creativa | director | design
Auxiliar de enfermería | specialist | healthcare
Direttore vendite | director | sales
Direttore di stabilimento | director | production
Direttore IT | director | it
Responsabile produzione | manager | production
Responsabile logistica | manager | logistics
Responsabile amministrazione e finanza | manager | finance
Presidente e amministratore delegato | c-level | executive
Ingegnere gestionale | specialist | engineering
Account manager | manager | sales
Assistente di direzione | specialist | administration
Avvocato penalista | specialist | legal
Gerente de compras | manager | procurement
Gerente de recursos humanos | manager | hr
Gerente de contas | manager | sales
Diretor de marketing e vendas | director | marketing, sales
Supervisora de logística | manager | logistics
Sócio fundador | founder | executive
Analista de recursos humanos | specialist | hr
Engenheiro mecânico | specialist | engineering
Nutricionista | specialist | healthcare
Operador de máquinas | specialist | production
Directeur inkoop | director | procurement
Commercieel medewerker binnendienst | specialist | sales
Hoofd financiën | head | finance
HR manager | manager | hr
Product owner | specialist | product
Ondernemer | owner | executive
Zorgmedewerker | specialist | healthcare
Senior recruiter | senior | hr
Monteur | specialist | production
Prezes Zarządu, CEO | c-level | executive
Zastępca dyrektora ds. finansowych | director | finance
Kierownik zespołu sprzedaży | manager | sales
Menedżer produktu | manager | product
Menedżer ds. kluczowych klientów | manager | sales
Młodszy specjalista ds. HR | junior | hr
Starszy księgowy | senior | finance
Inżynier produkcji | specialist | production
Tester oprogramowania | specialist | quality
Współwłaściciel | owner | executive
Nauczycielka języka angielskiego | specialist | education
Inköpare | specialist | procurement
HR-chef | head | hr
Marknadschef | head | marketing
Projektledare | manager | operations
Lärare | specialist | education
経営企画部長 | head | -
人事部マネージャー | manager | hr
CFO兼取締役 | c-level | finance, executive
高级产品经理 | manager | product
人力资源总监 | director | hr
영업팀 대리 | specialist | sales
CTO 겸 공동창업자 | founder | engineering, executive`,
};

export const LATER_TITLES: TitleCase[] = readTable(TABLE);
