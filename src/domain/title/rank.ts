/**
 * The words that tell a rank, in English, German, French, Spanish, Italian, Portuguese, Dutch, Polish, Swedish, Japanese, Chinese and Korean.
 * `chief` is c-level at the top of the company itself, `none` are words that look like a rank and are none, `lead` and `principal` depend on their
 * place, `assistant` takes the rank of whoever is assisted away. Syntax of the lists: lexicon.ts.
 */
export const RANK_WORDS = {
  owner: 'owner|co owner|coowner|proprietor*|inhaber*|mitinhaber*|eigentümer*|miteigentümer*|unternehmer*|propriétaire*|copropriétaire*|chef d entreprise|cheffe d entreprise|entrepreneur*'
    + '|propietari*|copropietari*|dueñ*|empresario|empresaria|empresarios|emprendedor*|titolare|contitolare|proprietari*|imprenditor*|empresário|empresária|empresários|empreendedor*|eigenaar*|eigenares*|ondernemer*|właściciel*|współwłaściciel*|przedsiębiorc*|ägare|delägare|företagare'
    + '|オーナー|老板|业主|오너',
  founder: 'founder*|cofounder*|co founder*|gründer*|mitgründer*|mitbegründer*|begründer*|firmengründer*|fondateur*|fondatrice*|cofondateur*|cofondatrice*|fundador*|cofundador*|fondatore|fondatori|cofondatore|socio fondator*|socia fondatrice'
    + '|socio fundador|socia fundadora|oprichter*|oprichtster|medeoprichter*|założyciel*|współzałożyciel*|grundare|medgrundare|創業者|創設者|創立者|创始人|联合创始人|創辦人|창업자|창립자|공동창업자',
  chief: 'ceo|chief executive*|managing director*|md|president|chairman|chairwoman|chairperson|chair of the board|board chair|board member|member of the board|board director|board of directors|non executive director|executive director|general director'
    + '|executive chair*|secretary general|geschäftsführ*|geschäftsleit*|geschäftsführend* gesellschafter*|vorstand|vorstands|vorstandsvors*|vorstandsmitgl*|vorstandssprecher*|generaldirektor*|aufsichtsrat*|präsident*|firmenchef*'
    + '|pdg|dg|président*|présidente|directeur general*|directrice general*|directeur executif|directrice executive|administrateur delegue|gérant*|dirigeant*|membre du directoire'
    + '|director general|directora general|director ejecutivo|directora ejecutiva|director gerente|directora gerente|consejer* delegad*|gerente general|presidente|presidenta|consejero|consejera|miembro del consejo'
    + '|amministrator* delegat*|amministrator* unic*|amministratore|amministratrice|direttore general*|direttrice general*|direttore esecutivo|diretor geral|diretora geral|diretor executivo|diretora executiva|diretor presidente|socio gerente|socia gerente|administrador delegado'
    + '|algemeen directeur|directeur grootaandeelhouder|dga|bestuurder|bestuursvoorzitter|bestuurslid|voorzitter|prezes*|prezeska|członek zarządu|członkini zarządu|dyrektor generaln*|dyrektorka generalna|dyrektor zarządzając*|dyrektor naczeln*'
    + '|verkställande direktör|vd|styrelseordförande|styrelseledamot|koncernchef|代表取締役*|代表取締役社長|社長|会長|取締役|最高経営責任者|代表|总经理|總經理|首席执行官|董事长|董事|总裁|總裁|대표|대표이사|사장|회장|최고경영자',
  'c-level': 'cto|cfo|coo|cmo|cio|ciso|cso|cdo|cro|cpo|cpto|chro|cco|cao|clo|cbo|cgo|cxo|cdao|caio|general counsel|c level|*vorstand|*vorständin'
    + '|最高技術責任者|最高財務責任者|首席技术官|首席财务官|首席运营官|최고기술책임자|최고재무책임자',
  partner: 'partner|partnerin|managing partner|equity partner|senior partner|general partner|gesellschafter*|associé|associée|socio|socia|sócio|sócia|wspólni*|vennoot|delägare|合伙人|合夥人|パートナー|파트너',
  vp: 'vp|svp|evp|avp|rvp|gvp|vpe|vice president*|vicepresident*|vice president|vizepräsident*|vice prezes*|wiceprezes*|viceprezes*|vice verkställande direktör|副总裁|副總裁|副社長|執行役員|부사장',
  head: 'head|heads|hr chef|it chef|pr chef|chefarzt*|chefärzt*|chefredakt*|chefingenieur*|chefentwickl*|en chef|leiter|leiterin|*leiter|*leiterin|leitung|*leitung|chief|abteilungschef*|*chef|*chefin|chef de|chef des|chef du|chef d|chef comptable|cheffe de|cheffe des|cheffe du'
    + '|jefe|jefa|capo|caporeparto|capoufficio|chefe|hoofd|*hoofd|ordynator*|rektor*|dean|dekan*|school principal|headmaster|headmistress|headteacher|head teacher|部長|本部長|事業部長|局長|室長|部长|主任|处长|부장|본부장|실장|국장',
  director: 'partner director|director|directors|directora|directores|dir|direktor*|*direktor|*direktorin|directeur*|*directeur|directrice*|direttore|direttrice|direttori|diretor|diretora|dyrektor*|direktör|*direktör|dirigente|drh|daf|dsi|prokurist*|generalbevollmächtigt*|general manager*|gm'
    + '|总监|總監|ディレクター|이사|상무|전무',
  manager: 'partner manager*|partner account manager*|menedżer*|menadżer*|manager*|mgr|*manager*|managerin|teamleit*|team leit*|gruppenleit*|projektleit*|teilprojektleit*|schichtleit*|filialleit*|marktleit*|storeleit*|bauleit*|stationsleit*|restaurantleit*|küchenchef*|*teamleit*|*projektleit*|meister|*meister|*meisterin|polier'
    + '|team lead*|teamlead*|team leader*|teamleader*|squad lead*|group lead*|leader|shift lead*|supervisor*|supervis*|foreman|forewoman|superintendent|gruppchef|teamchef|projektledare|teamledare|*ledare'
    + '|responsable|responsables|chef de projet*|cheffe de projet*|chef de produit*|cheffe de produit*|chef d equipe*|cheffe d equipe|chef de chantier|chef de rayon|chef de mission|chef de publicite|chef de secteur|chef de zone|chef de cuisine|chef de groupe|gestionnaire'
    + '|gerente|gerentes|gerenta|encargad*|gestor|gestora|jefe de turno|jefa de turno|chefe de turno|jefe de equipo|jefa de equipo|jefe de proyecto*|jefa de proyecto*|chefe de projeto*|capo commessa|lider|responsabile|responsabili|capo progetto|capoprogetto|capo squadra|caposquadra|capoturno|capo cantiere|gestore|encarregad*|responsável|chefe de equipa|chefe de equipe'
    + '|teamleider*|projectleider*|*leider|*leidster|leidinggevende|bedrijfsleider*|kierowni*|brygadzist*|majster|lider zespołu|課長|係長|マネージャー|マネジャー|店長|经理|經理|主管|팀장|과장|차장|매니저|점장',
  senior: 'senior|seniora|sénior|sr|snr|expert senior|staff engineer*|staff software*|staff data*|staff scientist*|staff product*|staff designer*|staff developer*|chief of staff|distinguished|starsz*|główn*|erfahren*|leitend*|confirmé|confirmée'
    + '|主任エンジニア|シニア|高级|高級|资深|資深|선임|수석|시니어|책임',
  junior: 'junior|jr|jnr|juniore|trainee*|entry level|graduate trainee|volontär*|nachwuchs*|młodsz*|débutant*|referendar*|ジュニア|新卒|初级|주니어|신입',
  intern: 'intern|interns|internship|working student|student|studentin|placement student|apprentice*|apprenticeship|werkstudent*|praktikant*|praktikum|praktikanten|azubi*|auszubildende*|lehrling*|dual* student*|dual* studium|bachelorand*|masterand*|hilfskraft|studentische*'
    + '|stagiaire*|alternant*|alternance|apprenti*|étudiant*|becari*|practicante*|prácticas|estudiante*|aprendi*|stagista|stagiste|tirocinant*|apprendist*|praticante|student*|studente|studentessa|estagiári*|estágio|estudante*|stagiair*|afstudeer*|leerling'
    + '|stażyst*|staż|praktykant*|praktyk|uczeń|praktik|lärling|インターン|インターンシップ|学生|实习生|實習生|实习|인턴|인턴사원|학생',
  assistant: 'assistant|assistants|assistante|assistantes|assistent*|assistenz*|*assistent*|*assistenz*|asistent*|asistente|assistente|assistenti|asystent*|secretary|secretaries|sekretär*|*sekretär*|sekretariat*|secrétaire*|secretari*|segretari*|secretár*|secretaresse*|*secretaresse*|sekretark*|sekretarz*|sekreterare'
    + '|chefassistent*|directieassistent*|アシスタント|秘書|助理|秘书|비서|어시스턴트',
  none: 'angel investor*|amministrator* di rete|amministrator* di sistem*|amministrator* di database|amministrator* di base dati|amministrator* di condomin*|administrador delegado de|presidente de mesa|product owner*|process owner*|data owner*|service owner*|system owner*|risk owner*|application owner*|platform owner*|home owner*|business partner*|hr partner*|people partner*|talent partner*|channel partner*|partner account exec*|partner marketing|partner sales'
    + '|partner success|partner develop*|partner solution*|partner engineer*|partner relation*|partner program*|finance partner*|sales partner*|technology partner*|growth partner*|delivery partner*|account executive*|sales executive*|marketing executive*'
    + '|lead gen*|lead generation|lead management|lead nurturing|lead qualification|head hunter*|headhunter*|halbleiter*|begleit*|*begleiter*|arbeitsvorbereit*|hausmeister*|bürgermeister*|weltmeister*|vorarbeiter|project leader ship|student advis*|student service*|student success|student affairs'
    + '|socio econom*|president s club|founder s office|office of the ceo|office of the president|founding engineer*|founding team|founding account*|board games|executive search|staff nurse*|chef|cheffe|sous chef|head chef|pastry chef|private chef|executive chef|chef de partie|assistant professor*|associate professor*|schulassist*',
  lead: 'lead|leads',
  principal: 'principal',
} as const;

export type RankWord = keyof typeof RANK_WORDS;

/** Behind an assistant these make a rank of its own ("assistant manager"); elsewhere the assistant serves the rank. */
export const RANKS_OF_ASSISTANTS: ReadonlySet<RankWord> = new Set<RankWord>(['manager', 'director', 'vp', 'head', 'principal']);
