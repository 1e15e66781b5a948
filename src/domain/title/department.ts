import type { Department } from '../title.ts';

/**
 * The words that tell a department: `area` names the work ("sales"), `person` who does it ("accountant"), and so a rank-and-file role too.
 * Syntax of the lists: lexicon.ts; small words between those of a phrase do not count, "R&D" is "rnd".
 */
type Words = Partial<Record<'area' | 'person', string>>;

export const DEPARTMENT_WORDS: Record<Department, Words> = {
  executive: { area: 'chief of staff|general manager*|general management|managing partner*|prokurist*|generalbevollmächtigt*' },
  sales: {
    area: 'sales|selling|revenue|chief revenue|chief commercial|presales|pre sales|inside sales|software sales|business development|biz dev|bizdev|account management|account manag*|accountmanag*|key account*|partnerships|alliances|channel|partner manag*|partner develop*|sales engineering|territory|commerce'
      + '|vertrieb*|*vertrieb*|verkauf*|*verkauf*|innendienst|außendienst*|geschäftsentwicklung|vente|ventes|commercial*|développement commercial|affaires|ventas|comercial*|desarrollo negocio|vendite|vendas|kommerziell*'
      + '|verkoop*|*verkoop*|commercieel|commerciele|sprzedaż*|handlow*|rozwoju biznesu|försäljning*|*försäljning*|営業*|セールス|销售|銷售|商务|영업|세일즈'
      + '|cuentas|contas|kluczow* klient*|retail*|einzelhandel*|wholesale|merchandis*|real estate|immobili*|account director*|account supervis*|global account*|strategic account*|enterprise account*|national account*|client partner*|client director*|bid manag*|tender*|business develop*|sales strategy|telesales|kam|e commerce|ecommerce'
      + '|export manag*|export sales|exportleit*|exportmanag*|responsable export*|directeur export*|jefe exportación|responsabile export|telemarketing*|televentas|insurance sales|operaciones comerciales',
    person: 'seller|salesperson|salesman|saleswoman|salespeople|sdr|bdr|account executive*|account rep*|sales executive*|sales engineer*|solutions engineer*|telemarketer*|verkäufer*|*verkäufer*|vertriebler*|vertriebsmitarbeit*|handelsvertret*|außendienstler*|kundenberater*'
      + '|vendeur*|vendeuse*|technico commercial*|ingénieur commercial*|ingénieure commercial*|ingénieur d affaires|ingénieur affaires|chargé d affaires|chargé affaires|chargée affaires|commercial|commerciale|vendedor*|comercial|agente comercial*'
      + '|venditor*|venditrice|rappresentant*|agente commercio|agente di commercio|verkoper*|verkoopster*|vertegenwoordig*|handlowiec|handlowca|przedstawiciel*|sprzedawc*|säljare|*säljare|account manager|real estate agent*|makler*|*makler*|insurance agent*'
      + '|business developer*|biz developer*|développeur commercial|développeur d affaires|développeur affaires|broker*|estate agent*|courtier*|cashier*|kassierer*|shop assistant*|sales assistant*|agente immobiliar*|corretor*|pośrednik*|doradca handlowy|doradca sprzedaży|closer'
      + '|*vertreter*|*vertegenwoordig*|*makelaar*|makelaar*|agente vend*|agente vent*|agente seguros|agente assicurativ*|agente immobiliar*|agent assuranc*|agent commercial*|agent immobilier*|agent ubezpieczeniow*|agent nieruchomości|insurance broker*|insurance agent*|versicherungsfach*|*agent assurance*|verzekeringsagent*|verzekeringsadvis*|handelsagent*|corredor*|mediatore immobiliar*|mediatore creditiz*|mediador* segur*|agente inmobiliari*|promotor* ventas|dependient*|commess*|délégué médic*|déléguée médic*|délégué pharmaceut*|visitador* médic*|visitadora médic*|informator* scientific* farmac*|informator* scientific*|informator* medic*|delegado informação médica|delegada informação médica|delegado médico|propagandista*|pharmareferent*|medical representative*|medical sales*|pharmaceutical sales*|przedstawiciel* medyczn*|artsenbezoek*|télévend*|televendedor*|televenditor*|operador* telemarketing|operatore telemarketing|telefonisch verkop*|merchant*|venditor* porta|handelaar*|händler*|*händler*|kupcy|sales agent*|order clerk*|sales clerk*|advertising sales*|demonstrator*'
      + '|operador* caixa|operador* caja|cajer*|caissi*|cassier*|kassamedewerk*|kasjer*',
  },
  marketing: {
    area: 'marketing*|*marketing|brand|branding|communications|communication|kommunikation*|*kommunikation|comunicación|comunicazione|comunicação|comunicacion|communicatie*|komunikacj*|advertising|werbung|publicité|publicidad|pubblicità|publicidade|mercadotecnia|public relations|pr'
      + '|öffentlichkeitsarbeit|presse|seo|sea|sem|content|social media|growth|demand gen*|lead gen*|lead generation|product marketing|media relations|events|event|market research|étude marché|reklam*|marknad*|マーケティング|広報|宣伝|市场*|市場|品牌|营销|行銷|마케팅|홍보'
      + '|crm|media|campaign*|paid media|comms|corporate communication*|relations publiques|relaciones públicas|relazioni pubbliche|relazioni esterne|relações públicas|trade marketing|werbe*|developer relations|devrel|contenid*|contenut*|conteúdo*'
      + '|marktforsch*|marktonderzoek*|investigación mercado*|ricerca mercato|ricerche mercato|pesquisa mercado|estudos mercado|badania rynku|badan rynku|market analy*|événementiel*',
    person: 'marketer*|copywriter*|content writer*|content creator*|publicist*|community manager*|growth hacker*|texter*|redakteur*|media buyer*|journalist*|influencer*|marketingfach*|marketeer*|marketolog*'
      + '|spokesperson|pressesprecher*|rédacteu*|rédactrice|redactor*|redattor*|redator*|redaktor*|evangelist*'
      + '|marktforscher*|marktonderzoeker*|investigador* mercado*|ricercator* mercato|badacz rynku|animat* communaut*|gestor* comunidades|brand ambassador*|product promoter*|promoter*|event planner*|eventplan*|organisateur événement*|organizador* eventos|organizzator* eventi|organizator* eventów',
  },
  'revenue-operations': {
    area: 'revenue operations|revops|rev ops|revenue ops|sales operations|sales ops|salesops|marketing operations|marketing ops|commercial operations|gtm operations|gtm ops|sales enablement|revenue enablement|vertriebssteuerung|sales strategy operations|crm operations|deal desk',
  },
  'customer-success': {
    area: 'customer*|customer success*|customer support*|customer service*|customer care*|customer experience*|customer operations|client success*|client service*|client relation*|client experience*|cx|kundenservice*|kundendienst*|kundenbetreu*|kundensupport*|kundenerfolg*|kundenmanagement'
      + '|service client*|service clients|relation client*|relations client*|support client*|satisfaction client*|expérience client*|servicio cliente*|servicio al cliente*|atención cliente*|atención al cliente*|éxito cliente*|éxito del cliente|experiencia cliente*|assistenza client*|servizio client*|assistenza ai clienti|servizio clienti'
      + '|atendimento*|sucesso cliente*|sucesso do cliente|apoio ao cliente|suporte ao cliente|klantenservice*|klantcontact*|klantsucces*|obsług* klient*|kundtjänst*|kundservice|call center*|callcenter*|contact center*|support|user success|カスタマー*|カスタマーサクセス|カスタマーサポート|客服|客户成功|客户服务|고객*|고객지원|고객성공'
      + '|onboarding|implementation*|customer onboarding|clientèle',
    person: 'csm|customer service rep*|call center agent*|support engineer*|support specialist*|support agent*|kundenbetreuer*'
      + '|opiekun klienta|doradca klienta|chargé de clientèle|chargée de clientèle|conseiller clientèle|conseillère clientèle'
      + '|teleoperador*|operatore call center|operatrice call center|telefonist*|téléopérat*|teleoperator*|konsultant* obsługi|call centre agent*|callcenter agent*',
  },
  product: {
    area: 'product|products|product manag*|productmanag*|product owner*|produkt*|produit*|producto|productos|prodotto|prodotti|produto|produtos|プロダクト|产品|產品|제품|프로덕트|상품기획'
      + '|product develop*',
    person: 'product owner*|productowner*'
      + '|produktentwickl*'
      + '|productontwikkel*|productontwerp*',
  },
  engineering: {
    area: 'engineering|eng|product engineering|software engineering|software development|web development|app development|mobile development|devops|sre|site reliability|backend*|frontend*|front end|back end|fullstack*|full stack|embedded|firmware|robotics|hardware|cto|cpto|vpe|technical director|director technology'
      + '|entwicklung|entwicklungs*|*entwicklung*|konstruktion*|technischer leiter|technische leit*|technik|maschinenbau*|elektrotechnik|développement logiciel*|développement web|directeur technique|directrice technique|responsable technique|génie civil|génie mécanique|ingénierie|desarrollo software|desarrollo web|ingeniería*|director técnico|directora técnica'
      + '|ingegneria*|direttore tecnico|direttrice tecnica|sviluppo software|engenharia*|diretor técnico|diretora técnica|desenvolvimento software|technisch directeur|softwareontwikkeling|inżynieri*|dyrektor techniczn*|teknisk chef|utvecklingschef*|teknikchef*|開発*|技術*|エンジニアリング|研发|研發|开发|開發|技术|工程*|软件|개발|기술|엔지니어링|소프트웨어'
      + '|electronics|aerospace|game develop*|elektronikentwickl*|konstrukt*',
    person: 'civil engineer*|mechanical engineer*|electrical engineer*|software engineer*|electronics engineer*|process engineer*|ingénieur génie*|inżynier mechanik|ingegnere meccanico|ingeniero informático|ingeniera informática|engenheiro informático|scrum master*|maschinenbauingenieur*|ingenier* mecánic*|ingenier* eléctric*|ingegner* meccanic*|ingegner* elettric*|engenheir* mecânic*|engenheir* eletric*|engenheir* elétric*|ingénieur* mécani*|ingénieur* électri*|inżynier elektr*|inżynier mechan*'
      + '|surveyor*|geometra|draftsman|draughtsman|technisch* zeichner*|dessinateur*|delineante*|disegnator*|tekenaar*|kreślarz*|bauingenieur*|konstrukteur*'
      + '|inżynier budow*|ingénieur chimi*|ingénieure chimi*|ingenier* químic*|ingegner* chimic*|engenheir* químic*|inżynier chemi*|chemieingenieur*|chemical engineer*|verfahrensingenieur*|industrial engineer*|ingenier* industrial*|ingénieur* industriel*|ingegner* industrial*|engenheir* industria*|wirtschaftsingenieur*|biomedical engineer*|ingénieur* biomédic*|ingenier* biomédic*|ingegner* biomedic*|engenheir* biomédic*|inżynier biomedyczn*|programador* informátic*|programmeur* informatique|programmatore informatic*|développeur informatique|ingénieur* informatique*|database developer*|datenbankentwickl*|database engineer*|projettist* meccan*|progettista*|projektant* mechani*|ontwerpingenieur*',
  },
  data: {
    area: 'data|data engineering|data science|data platform|daten*|données|datos|dati|dados|danych|gegevens|analytics|business intelligence|bi|machine learning|ml|ai|artificial intelligence|intelligence artificielle|inteligencia artificial|künstliche intelligenz|deep learning|cdo|データ*|数据|數據|算法|데이터',
    person: 'data engineer*|data scientist*|data analyst*|data architect*|machine learning engineer*|ml engineer*|ai engineer*|bi developer*|bi analyst*|statistici*|datenanalyst*|analytics engineer*|analista datos|analista de datos|analista dados|analista de dados|cientista dados|cientista de dados|científico datos|científico de datos|engenheiro dados|engenheiro de dados|ingeniero datos|ingeniero de datos|analityk danych|data manager|データサイエンティスト'
      + '|datenwissenschaftler*|*datenwissenschaft*|data analist*|dataanalist*|analist* danych|data steward*|ingénieur* données|scientifique données|ingegner* dati|scienziat* dati|inżynier danych|datenarchitekt*|datenmodellier*',
  },
  it: {
    area: 'it|information technology|chief information officer|information systems|it manag*|it direct*|it support|it specialist*|it consult*|it admin*|it project*|informatik*|informatique*|informatica|informático|informática|informatiker*|informaty*|edv*|ict|ti|network*|netzwerk*|réseau*|redes|reti|sieci|netwerk*|data center*|infrastructure'
      + '|systèmes information|systemes d information|système information|systeme d information|dsi|sistemas información|sistemas informação|sistemi informativi|sistemas|sistemi|systèmes|helpdesk*|help desk|service desk|desktop support|technical support|tech support|user support|erp|sap'
      + '|cio|it chef|it leiter*|情報システム|情シス|社内se|信息技术|信息技術|运维|전산'
      + '|digital transformation|digitalisierung*|digitalización|digitalizzazione|transformación digital|transformation digitale|trasformazione digitale|responsable si|directeur si|it operations|it infra*'
      + '|ikt|ikt projekt*|tic|tecnologia* información|tecnologías información|tecnologia informação|tecnologías informática*|tecnologie informa*|tecnologia informazione|technologies information|technologie information|technologii informacyjn*|informatietechnologie|computer systems',
    person: 'dba|database admin*|datenbankadmin*|systemadmin*|system admin*|systems admin*|computer systems admin*|network admin*|netzwerkadmin*|systeembeheer*|applicatiebeheer*|netwerkbeheer*|administrador sistemas|administrador redes|analista sistemas|administrateur système*|administrateur réseau*|amministratore di sistema|sysadmin*|fachinformatiker*|systeminformatiker*|systembetreuer*|informaticien*|network engineer*|system engineer*|systems engineer*|it technician*|sistemista|systemtekniker*|tecnico informatico|técnico informático'
      + '|webmaster*|salesforce admin*|crm admin*|netzwerktechnik*|it techniker*'
      + '|computer systems analyst*|systems analyst*|systemanalytik*|systemanaly*|analist* systemów|analityk systemów|analyste systèmes|analista sistem*|systeemanalist*|administrador* base* datos|administrador* base* dados|administrador* red*|administrat* base* données|administrat* réseau*|administrat* système*|amministrator* database|amministrator* base dati|amministrator* rete|amministrator* sistem*|administrator* baz danych|administrator* sieci|administrator* system*|databasebeheer*|datenbankmanag*|ict beheer*|systemy administrator'
      + '|informatics special*|health informatics|informatieanalist*|supporttechnik*',
  },
  security: {
    area: 'security|cyber*|infosec|information security*|data security|it security|it sicherheit*|informationssicherheit*|cybersecurity|sécurité*|seguridad*|sicurezza|segurança*|beveiliging*|bezpieczeństw*|säkerhet*|ciso|application security|security engineering|セキュリティ|安全|보안'
      + '|sécurité informatique|sécurité information*|seguridad informática|seguridad información|sicurezza informatica|sicurezza informazioni|segurança informática|segurança informação|bezpieczeństwo informa*|bezpieczeństwa informa*|informatiebeveilig*|it beveilig*|it bezpieczeństw*',
    person: 'security engineer*|security analyst*|penetration test*|pentest*|soc analyst*|ethical hacker*|security guard*',
  },
  design: {
    area: 'design|ux|ui|user experience|user research|product design|service design|creative|kreativ*|creativ*|création|gestaltung*|graphic*|grafik*|diseño*|デザイン|设计|設計|디자인'
      + '|interior design*|wnętrz*',
    person: 'designer*|*designer*|product designer*|web designer*|ux researcher*|graphiste*|infographiste*|diseñador*|gestalter*|mediengestalter*|grafiker*|grafico|grafica|illustrat*|art director*|vormgever*|vormgeefster|projektant*|grafik|formgivare|デザイナー|设计师|設計師|디자이너'
      + '|*ontwerper*|ontwerper*|interior architect*|innenarchitekt*|projektant* graficzn*|stylist*|modelist*|décorat*|interiorist*|arredator*|decorador*',
  },
  finance: {
    area: 'finance*|financial*|financ*|finanz*|finans*|accounting|accounts payable|accounts receivable|controlling|*controlling|kaufmännisch* leit*|rechnungswesen|buchhaltung*|*buchhaltung*|contrôle gestion|contrôle de gestion|comptab*|contabilidad|contabilità|contabilidade|control gestión|control de gestión|controllo gestione|controllo di gestione'
      + '|księgow*|boekhouding|ekonomi|ekonomi*|redovisning*|treasury|tax|taxes|steuern|steuer|fiscal*|fiscaal|impuestos|tributari*|audit|auditing|revision|payroll*|lohnbuchhalt*|gehaltsabrechn*|paie|nóminas|credit|kredit*|investment*|investor relations|fpna|mna|tesorería|tesoreria|trésorerie|cfo|daf|responsabile amministrativ*|direttore amministrativ*|direttrice amministrativ*|banking|bank|経理*|財務*|财务|財會|会计|會計|재무|회계|경리'
      + '|budget*|billing|invoic*|mahnwesen|debitor*|kreditor*|fakturier*|salaris*|risk|risk manag*|asset manag*|wealth*|portfolio manag*|private equity|venture capital|equity|fund|funds|płac|factur*|fatturazion*|faturament*|insurance'
      + '|crédito*|credito|krediet*|kredyt*|buste paga|busta paga|loonadministratie*|podatk*|doradztwo podatkow*|personal financ*|personal bank*|fraud*|impôt*|belasting*|steuerrecht*',
    person: 'accountant*|controller*|*controller*|auditor*|bookkeeper*|treasurer*|actuar*|banker*|underwriter*|tax advis*|payroll clerk*|loan officer*|financial advis*|buchhalter*|*buchhalter*|steuerberat*|steuerfach*|wirtschaftsprüf*|*prüfer|bilanzbuchh*|finanzbuchh*|bankkauf*|comptable*|expert comptable*|contrôleur gestion|contrôleur de gestion|contrôleuse gestion|trésorier*'
      + '|contable*|contador*|auditora|tesorer*|contabile|contabili|ragionier*|commercialist*|revisor*|tesorier*|contabilist*|tesoureir*|boekhoud*|belastingadvis*|księgowy|księgowa|*księgow*|rewident*|ekonom|ekonomiassist*|redovisningsekonom*|会計士|会计师|회계사'
      + '|trader*|economist*|ökonom*|économiste*|economista|salarisadmin*|kassenwart|budget analyst*|tax prepar*'
      + '|cost estimator*|kalkulator*|doradc* podatkow*|biegł* rewident*|financial advis*|personal financ* advis*|fraud exam*|fraud investig*|fraud analy*|loss adjuster*|claims adjust*|schadenregul*|taxateur*|credit analy*|kreditanalyst*|analista crédito|analista credito|finanzanalyst*|financieel analist*|analist* finansow*|kredietanalist*|addett* paghe|payroll special*'
      + '|auditeur*|auditrice*|auditrici|collector*|bill collect*|debt collect*|recouvrement*|recobro*|inkasso*|windykat*|kostencalculat*|kostenrechn*|betriebsprüf*|percepteur*|kassier*',
  },
  legal: {
    area: 'legal*|law|compliance*|privacy|data protection|datenschutz*|regulatory affairs|regulatory|recht|rechts*|juridi*|jurídic*|giuridic*|legale|jurisch*|clo|cumplimiento|prawn*|juridik|法務*|法务|合规|법무|준법'
      + '|contracts|contract manag*|patent*|governance|conformité|conformidade|conformità',
    person: 'lawyer*|attorney*|counsel|general counsel|legal counsel|solicitor*|barrister*|paralegal*|notary|notar|notare|notarin|notaire*|notario|notaio|rechtsanwalt*|rechtsanwält*|anwalt|anwält*|*anwält*|syndikus*|jurist*|juriste*|avocat*|abogad*|avvocat*|advogad*|advocaat*|advocate|adwokat*|prawnik*|prawniczka|radca prawn*|radczyni prawn*|advokat*|judge|richter|richterin|弁護士|律师|律師|변호사'
      + '|mediator*|patent attorney*'
      + '|notaris*|notariusz*|solicitador*|procurador*|procurator*|*jurist*|bedrijfsjurist*|*anwalt|sędzi*|juez|jueza|giudice|magistrat*|huissier*|gerichtsvollzieh*|griffier*|komornik*|arbitrator*|radc* prawn*'
      + '|greffi*|title examin*|rechtspfleger*|rechtsfach*|court clerk*|court report*|cancellier*|escriban*|conservador* registro',
  },
  hr: {
    area: 'hr|human resources|human resource|human capital|people operations|people ops|people partner*|people culture|people experience|people development|chief people|head people|vp people|director people|people team|people manag*|talent*|talent acquisition|recruiting|recruitment|recruit*|rekrut*|rekryter*|staffing|training development|learning development|training|lnd|organizational development'
      + '|compensation|benefits|compensation benefits|employer branding|employee relation*|employee experience|chro|talent sourcing|personal|personalab*|personaladm*|personalbeschaff*|personalberat*|personalbüro|personalchef*|personaldirekt*|personaldienst*|personalentw*|personalleit*|personalman*|personalref*|personalsach*|personalver*|personalwesen|personalwirt*|personeel*'
      + '|ressources humaines|rh|drh|recrutement|formation|recursos humanos|rrhh|talento humano|selección personal|selección de personal|reclutamiento|risorse umane|personale|selezione personale|selezione del personale|gestão pessoas|gestão de pessoas|recrutamento|zasob* ludzk*|kadr|kadry|kadr płac|kadr i płac|personaln*|人事*|採用|人力资源|人力資源|招聘|인사|인사*|채용'
      + '|personnel|personel|hrm|workforce|wellbeing|diversity*|ausbildung*|formazione|formación|formação|opleiding*|szkole*'
      + '|menselijke hulpbronnen|labor relation*|labour relation*|industrial relation*|relations sociales|relaciones laborales|relazioni industriali|relações laborais|arbeidsrelaties|stosunk* pracy|job analysis',
    person: 'recruiter*|sourcer*|headhunter*|personaler*|personalreferent*|recruteu*|chargé recrutement|reclutador*|selezionator*|recrutador*|rekruter*|rekryterare|hr business partner*|hrbp|career coach*|personeelsadvis*|kadrow*'
      + '|ausbilder*'
      + '|loopbaanadvis*|berufsberat*|conseiller emploi|conseiller orientation|orientador* laboral|doradca zawodow*|vocational counsel*',
  },
  operations: {
    area: 'operations|operation|ops|business operations|bizops|coo|opérations|exploitation|operaciones|operazioni|operativ*|operating|chief operating|operações|bedrijfsvoering|operacyj*|operacji|betriebsleit*|betrieb|facility|facilities|store manag*|filialleit*|marktleit*|verksamhet*|driftchef*|運営|运营|營運|운영'
      + '|continuous improvement|hotel*|restaurant*|gastronom*|branch manag*|country manag*'
      + '|business continuity|betriebskontinuität|continuité activité|continuidad negocio|continuità operativa',
    person: 'site manager*',
  },
  procurement: {
    area: 'procurement*|purchasing|purchase|sourcing|strategic sourcing|global sourcing|category manag*|vendor management|supplier*|einkauf*|*einkauf*|beschaffung*|lieferanten*|achat|achats|approvisionn*|compras|aprovisionamiento*|adquisicion*|acquisti|acquisto|approvvigion*|inkoop*|*inkoop*|zakup*|zaopatrzen*|inköp|inköps*|購買*|調達*|采购|採購|구매',
    person: 'buyer*|purchaser*|einkäufer*|*einkäufer*|acheteu*|comprador*|inkoper*|inkoopster|kupiec|kupcowa|inköpare*',
  },
  logistics: {
    area: 'logist*|*logistik*|supply chain*|supply|scm|lieferkette*|warehous*|lager*|transport*|spedition*|fleet|fuhrpark*|freight|shipping|distribution|expédition*|import export|inventory|materials management|demand planning|almacén|almacen*|armazém|magazzin*|magazyn*|magazijn*|łańcuch* dostaw|物流*|物流|供应链|물류'
      + '|customs|zoll*|douane*|aduan*|dogan*|versand*|wareneingang*|import|export'
      + '|entrepôt*|deposito|depósito*|skład*|opslag*|umschlag*|hafen*|haven*',
    person: 'logistician*|driver*|*fahrer*|kraftfahrer*|chauffeur*|dispatcher*|disponent*|spediteur*|lagerist*|magasinier*|cariste*|conducteur*|conductor*|camionero*|mozo almacén|magazzinier*|autist*|motorista*|magazynier*|kierowc*|warehouse worker*|storekeeper*|demand planner*|lastbilschaufför*|forwarder*|pilot*|vrachtwagenchauffeur*'
      + '|courier*|kurier*|livreur*|repartidor*|corriere|bezorger*|listonosz*|postbote*|kommissionier*|staplerfahr*|forklift*|*chauffeur*'
      + '|expediteur*|spedizionier*|spedytor*|transitaire*|transitári*|despachante*|agente aduan*|declarant*|déclarant* douane|zolldeklar*|transporteur*|transportist*|trasportator*|przewoźnik*|vervoerder*|préparat* commande*|preparador* pedido*|addett* magazzin*|operador* armazém|operador* logístic*|opérat* logistique|gestionnaire stocks|gestor* stocks|gestor* almacén|voorraadbeheer*|stock clerk*|stock control*|orderpick*|order picker*|reachtruck*|heftruck*|wózk* widłow*|carrellist*|carretiller*'
      + '|logistyk*|logistiker*|transportplan*',
  },
  production: {
    area: 'production*|produktion*|*produktion*|planta|máquinas|macchine|machines|producción|produzione|produção|produkcj*|productie*|manufactur*|fertigung*|*fertigung*|factory|plant|usine|fábrica*|fabryk*|fabrik*|werksleit*|werkleit*|stabilimento|maintenance|instandhalt*|mantenimiento|manutenzione|manutenção|onderhoud*|utrzymani*|underhåll*|montage*|montaż*|montaje|montaggio|tillverkning*|製造*|生产|生產|制造|製造|생산|제조'
      + '|atelier*|workshop|werkstatt*|taller|officina|warsztat*|industriemeister*|werkmeister*'
      + '|fabriek*|*fabriek*|zakład* produkcyjn*|zakładu',
    person: 'machinist*|welder*|assembler*|machine operator*|mechanic|mechanics|mechaniker*|*mechaniker*|mechatronik*|*mechatronik*|elektriker*|elektronik*|schweiß*|schlosser*|*schlosser*|dreher|dreherin|zerspan*|monteur*|*monteur*|électricien*|mécanicien*|soudeu*|ouvrier*|obrero*|obrera|electricista*|mecánico*|soldador*|operai*|elettricist*|meccanico|saldator*|operári*|eletricist*|soldad*|electricien*|lasser|spawacz*|ślusarz*|mechanik*|elektryk*|svetsare|montör*|electrician*|plumber*|carpenter*|toolmaker*|tischler*'
      + '|elektric*|installat*|anlagenführ*|maschinenführ*|maschinist*|produktionshelf*|tokarz*|frezer*|monter|monterka|plombier*|fontaner*|idraulic*|hydraulik*|loodgieter*|klempner*|menuisier*|carpinter*|falegname*|stolarz*|timmer*|schreiner*|bricklayer*|maurer*|maçon*|albañil*|murator*|pedreir*|murarz*|metselaar*|packer*|labourer*|laborer*|fabricator*|metallbauer*|feinwerkmech*|painter*|lackier*|production worker*'
      + '|operator* maszyn*|machineoperator*|*operator machines|opérat* machine*|opérat* production|operador* máquina*|operator* macchin*|operatore macchin*|maschinenbedien*|*macher*|werkzeugmach*|*schweißer*|chaudronnier*|tourneur*|fraiseur*|calderer*|tornero*|fresador*|tornitor*|fresator*|torneiro*|serralheir*|stellingbouw*|lakiernik*|serwisant*|servicetechnik*|konserwator*|onderhoudsmonteur*|productiemedewerk*|pracowni* produkcji|addett* produzione|operai* produzione'
      + '|électromécan*|elektromechan*|electromec*|elettromecc*|eletromec*|verpackungstechnik*|onderhoudstechn*|fertigungstechnik*|produktionstechnik*|*mechanik|*mechaniker*',
  },
  quality: {
    area: 'quality*|qa|qc|qhse|hse|ehs|qualität*|*qualität*|qualité*|calidad*|qualità|qualidade|kwaliteit*|jakość|jakości*|jakościow*|kvalitet*|lean|six sigma|health safety|arbeitssicherheit*|品質*|質量|质量|품질'
      + '|safety|testing|testmanag*|verification|validation|metrolog*|bhp|sicherheitsfach*'
      + '|prevenzione protezione|prevención riesgos*|prévention risques*|prevenção riscos|seguridad higiene|hygiène sécurité|sécurité travail|sicurezza lavoro|segurança trabalho|rspp|bezpieczeństwa higieny',
    person: 'quality engineer*|quality assurance engineer*|qa engineer*|test engineer*|software tester*|tester*|*tester|inspector*|qualitätsprüf*|testautomat*|quality inspector*'
      + '|quality auditor*|auditor calidad|auditor de calidad|qualitätsauditor*|qualitätsprüfer*'
      + '|testeu*|kontroler* jakości|contrôleu* qualité|controllor* qualità|controlador* calidad|controlador* qualidade|controleur*|*controleur*|collaudator*|verificador*|probador* software|testador*|tester* oprogramow*|softwaretester*|qualitätskontroll*',
  },
  research: {
    area: 'research|rnd|research development|forschung*|*forschung*|recherche*|investigación|ricerca|ricerche|pesquisa*|onderzoek|badań|badania|badawcz*|naukow*|forskning*|laborator*|laborleit*|labo|lab|clinical research|wissenschaftlich*|ind|rdi|研究*|研究|연구'
      + '|innovation lab|bioinformatic*'
      + '|investigação desenvolvimento|investigação|natural sciences|ricerca sviluppo|onderzoek ontwikkeling',
    person: 'scientist*|researcher*|research scientist*|research engineer*|forscher*|wissenschaftler*|*wissenschaftler*|wissenschaftliche mitarbeit*|wissenschaftlicher mitarbeit*|chercheu*|scientifique*|investigador*|científic*|ricercator*|ricercatrice|pesquisador*|cientista*|onderzoeker*|*onderzoeker*|badacz*|naukowiec|forskare|chemist*|chemiker*|chimist*|químic*|chimic*|biolog*|physicist*|physiker*|fisic*|postdoc*|doktorand*|doctorant*|phd candidate*|phd student*|laborant*|研究員|研究员|연구원'
      + '|geolog*|mathemati*|soziolog*|sociolog*|ökolog*|ecolog*|historian*|lab technician*|laborassist*'
      + '|*laborant*|laborantin*|chemik*|fizyk*|fysic*|natuurkundig*|scheikundig*|biochemi*|bioquímic*|chercheu*|pesquisador*|fisik*|microbiolog*|mikrobiolog*|farmacolog*|toxicolog*|lab assistant*|tecnic* laborator*'
      + '|genetic*|genetik*|généticien*|astronom*|meteorolog*|météorolog*|archäolog*|archeolog*|antropolog*|anthropolog*|botani*|zoolog*|zootechn*|epidemiolog*',
  },
  healthcare: {
    area: 'healthcare|health|medical*|medizin*|clinical|clinic|klinik*|hospital|krankenhaus*|gesundheit*|santé|salud|sanità|sanitari*|saúde|zorg*|pflege*|*pflege|nursing|pharmacy|vård|chief medical|medycz*|医療|医疗|의료'
      + '|nutrition*|rehabilitation',
    person: 'nurse*|registered nurse*|staff nurse*|physician*|doctor|surgeon*|dentist*|pharmacist*|paramedic*|midwife|midwives|therapist*|physiotherap*|*therapeut*|psycholog*|psychiat*|veterin*|caregiver*|radiolog*|arzt|ärzt*|*arzt|*ärztin|chirurg*|zahn*|apothek*|pfleg*|*pfleger*|krankenschwest*|hebamme*|sanitäter*|médecin*|infirmi*|pharmacien*|dentiste*|aide soignant*|sage femme*'
      + '|médico|médica|enfermer*|enfermeir*|farmac*|dentista*|medico|medica|medici|infermier*|fisioterap*|ostetric*|verpleeg*|verzorg*|huisarts*|bedrijfsarts*|tandarts*|apotheker*|verloskundig*|pielęgniar*|lekar*|ratownik*|położn*|sjuksköters*|undersköters*|läkare|*läkare|tandläkare|医師|看護師|医生|護士|护士|의사|간호사'
      + '|nutricion*|nutrizion*|ernährungsberat*|optician*|optiker*|opticien*|dietit*|dietic*|diätassist*|diététic*|ergothérap*|kinésithérap*|kinesi*|orthop*|logop*|care worker*|care assistant*|physician assistant*|anästhes*|anesthes*|cardiolog*|kardiolog*|pediatr*|gynäk*|gynec*|hygienist*|masseur*|dental*'
      + '|fizjoterap*|fysiotherap*|ergotherap*|terapeut*|terapist*|therapeut*|logopäd*|dietetyk*|diëtist*|farmaceuta*|ratownik*|medycz* ratown*|lekarz*|stomatolog*|podolog*|audiolog*',
  },
  education: {
    area: 'education*|teaching|school|university|academic*|academy|bildung*|schul*|*schule|hochschul*|éducation|enseignement|educación|enseñanza|istruzione|educação|ensino|onderwijs|*onderwijs|edukacj*|szkoł*|utbildning*|kindergarten*|教育*|教育|教学|교육'
      + '|faculty|campus|college|dean'
      + '|instructional*|curriculum*|pedagogiczn*|pädagogik*|didacti*',
    person: 'teacher*|lecturer*|professor*|tutor*|instructor*|educator*|librarian*|assistant professor*|associate professor*|trainer*|*trainer|lehrer*|*lehrer*|lehrkraft|lehrbeauftragt*|dozent*|pädagog*|*pädagog*|erzieher*|bibliothekar*|enseignant*|professeur*|instituteur*|institutrice*|formateur*|formatrice*|bibliothécaire*|profesor*|docente*|maestr*|educador*|bibliotecari*'
      + '|insegnant*|formator*|educator*|leraar*|lerares*|leerkracht*|docent*|nauczyciel*|wykładowc*|bibliotekar*|lärare|*lärare|教師|教授|講師|老师|讲师|교사|교수|강사'
      + '|erziehungs*',
  },
  consulting: {
    area: 'consulting|advisory|beratung*|*beratung|consultoría*|consultoria*|consulenza|doradztw*|コンサルティング|咨询|컨설팅',
    person: 'management consult*|business consult*|strategy consult*|unternehmensberat*|organisationsberat*|managementberat*|consultant stratégie|consultant en stratégie|consultor negocio|consultor de negocio|consultora gestão|consultora de gestão|consulente aziendale|organisatieadvis*|bedrijfsadvis*|doradca biznesowy|verksamhetskonsult*'
      + '|business analyst consult*',
  },
  administration: {
    area: 'administration|office manag*|office admin*|front desk|back office|backoffice|verwaltung*|*verwaltung*|sekretariat*|büromanagement|bürokauf*|office|総務*|行政|총무'
      + '|biurow*|prac* biurow*|kantoor*',
    person: 'receptionist*|reception|data entry*|office clerk*|empfang*|rezeption*|réceptionniste*|recepcion*|receptionist*|recepcjonist*|bürofach*|kaufmann büromanagement|kauffrau büromanagement|office assistant*|kontorist*|virtual assistant*'
      + '|bürokraft*|kantoormedewerk*|employé* bureau|employée* bureau|empleado* oficina|impiegat* ufficio|escriturári*|pracowni* biurow*|pracownik biurowy|recepcjonist*',
  },
};

/** Professions that tell their department only when nothing else in the title does: a data engineer is in data, an HR consultant in HR. */
export const WEAK_WORDS: Partial<Record<Department, Words>> = {
  engineering: {
    area: 'software*|technology|tech|technical|technisch*|technique|tecnologia|tecnología|technologie|technolog*|web|mobile|cloud|platform|dévelop*|テクノロジー|テック',
    person: 'engineer*|developer*|programmer*|coder|architect*|architekt*|*architekt*|arquitect*|architett*|arquitet*|ingenieur*|*ingenieur*|ingénieur*|ingénieure*|ingenier*|ingegner*|engenheir*|inżynier*|ingenjör*|*ingenjör*|entwickler*|*entwickler*|softwareentwickl*|programmierer*|développeu*|desarrollador*|programador*'
      + '|sviluppat*|programmator*|programmatrice|desenvolvedor*|ontwikkelaar*|*ontwikkelaar*|programmeur*|programist*|deweloper*|utvecklare|*utvecklare*|programmerare|エンジニア|开发者|工程师|工程師|程序员|개발자|엔지니어|analista programmat*',
  },
  consulting: { person: 'coach*|consultant*|management analyst*|consultante*|consultor*|consulent*|berater*|*berater*|konsultant*|konsulent*|konsult|konsult*|adviseur*|*adviseur*|advisor*|adviser*|conseiller*|conseillère*|asesor*|assessor*|doradc*|rådgivare|コンサルタント|顾问|顧問|컨설턴트' },
  operations: { area: 'process*|construction|bauleit*|budow*|bouwplaats*|baustell*|project*|projekt*|*projekt*|projet*|proyecto*|progetto|progetti|projeto*|program manag*|programme manag*|pmo|プロジェクト|项目|專案|프로젝트' },
  administration: { area: 'admin|ufficio|amministrazione|administración|administração', person: 'administrative*|administratif|administrativ*|administratief*|administracyjn*|amministrativ*|clerk*|empleado administrativ*|impiegat*' },
  executive: { area: 'strategy|strategie|stratégie|estrategia|estratégia|strategia|strategic planning|corporate development|transformation' },
  'customer-success': { area: 'client*|kunden*|klient*|klant*' },
  product: { area: 'innovation*|innovación|inovação|innovazione' },
  hr: { area: 'people' },
};

/** Roles without a rank in any department. */
export const ANY_PERSON = 'specialist*|specialista*|analyst*|*analyst*|analist*|*analist*|coordinator*|representative*|rep|agent|agents|associate|associates|advisor*|adviser*|officer*|technician*|operator*|planner*|clerk*|administrator*|expert*|worker*|strategist*|executive|editor*|inspector*|strateg|generalist*|scheduler*|estimator*|adjuster*|writer*|freelanc*|contractor*'
  + '|spezialist*|*spezialist*|fachkraft|*fachkraft|sachbearbeit*|*sachbearbeit*|mitarbeit*|*mitarbeit*|referent*|*referent*|beauftragt*|*beauftragt*|techniker*|*techniker*|koordinator*|*fachmann|*fachfrau|*kaufmann|*kauffrau|kaufmann|kauffrau|angestellt*|*angestellt*|experte*|expertin|*planer*|analytiker*'
  + '|administrateur*|administratrice*|amministrator*|préparateur*|préparatrice*|contrôleu*|contrôleur*|contrôleuse*|controllor*|controlador*|controleur*|*controleur*|kontroler*|inspecteur*|inspectrice*|ispettor*|ispettrice|inspektor*|concepteur*|conceptrice*|gérontolog*|enquêt*|examiner*|investigator*|prüfer*|*prüfer*|monteur*|installateur*|instalador*|installator*'
  + '|chargé|chargée|chargés|technicien*|agent*|employé*|coordinateur*|coordinatrice*|spécialiste*|analyste*|attaché*|opérateur*|opératrice*|gestionnaire|expert*|conseiller*|animateur*|animatrice*|technico*'
  + '|especialista*|analista*|técnic*|coordinador*|empleado*|empleada|auxiliar*|ejecutiv*|agente*|operador*|representante*|asesor*|administrador*|operari*|addett*|impiegat*|tecnic*|specialist*|coordinatrice|coordinatore|collaborat*|operator*|referente|coordenador*|assessor*|funcionári*|executiv*|auxiliar|administrador*'
  + '|medewerk*|*medewerk*|*deskundig*|beheerder*|*beheerder*|adviseur*|coördinator*|specjalist*|analityk*|koordynator*|technik*|pracowni*|doradc*|konsultant*|referent*|handläggare|*handläggare|samordnare|specialist*|tekniker*|*tekniker*|medarbetar*|担当*|スタッフ|专员|專員|担当|담당|담당자|사원|대리|주임|전문가|アナリスト'
  + '|cook|koch|köchin|cuisinier*|cociner*|cuoco|cuoca|cozinheir*|kucharz*|kok|waiter*|waitress*|kellner*|serveur*|serveuse*|camarer*|camerier*|kelner*|baker*|bäcker*|boulanger*|panader*|padeir*|bakker*|piekarz*|hairdresser*|friseur*|coiffeu*|peluquer*|farmer*|landwirt*|gardener*|gärtner*|cleaner*|police*|polizist*|policier*|firefighter*|feuerwehr*|social worker*|sozialarbeit*'
  + '|photographer*|fotograf*|photographe*|musician*|musiker*|artist*|künstler*|author*|autor*|translator*|übersetzer*|traducteu*|traductor*|traduttor*|tradutor*|vertaler*|tłumacz*|interpreter*|dolmetsch*|preparer*|broker*|freiberufl*|selbstständig*|selbständig*|self employed|indépendant*|autónom*|zzp*';
