/** Names that one person may go by, a group a line; the first is how the group is called. Short forms, and how languages spell one name. */
const GROUPS = `
alexander alex aleksander aleksandr alexandr alexandre alessandro alejandro oleksandr sasha sascha sandro xander alec alek lex iskander
alexandra alex aleksandra alessandra alejandra oleksandra sasha sascha sandra lexi
andrew andy drew andreas andre andrea andrei andrey andriy andrzej anders andres ondrej
anthony tony antonio anton antoine antoni toni
benjamin ben benny benji
catherine cathy kate katie kathy katherine katharina kathrin katarina katarzyna ekaterina yekaterina caterina catalina cat kasia katja katya katrin karin
charles charlie chuck karl carl carlo carlos karel
christopher chris christoph christophe kris kristof topher krzysztof cristobal
christine chris christina kristin kristina christiane tina chrissy krystyna cristina
daniel dan danny daniil danilo
daniela dani daniella danielle
david dave davey dawid davide
deborah deb debbie debra
dimitri dmitri dmitry dmitriy dmytro dima dimitrios mitya
dorothy dot dottie dorothea
edward ed eddie ted teddy ned eduard eduardo edoardo edouard
elizabeth liz beth lizzie betty eliza elisabeth elise lisa elsbeth elisabetta isabel isabella isabelle elizaveta liesel
emanuel manuel emmanuel emanuele manny
eugene gene evgeny yevgeny evgenii evgeniy eugen eugenio jevgeni
eugenia evgenia yevgenia evgeniya zhenya
francis frank fran francesco francisco francois franz paco pancho franciszek
frances fran francesca francisca francoise franziska
frederick fred freddy frederic friedrich federico fritz fredrik
gabriel gabe gabriele
george georg georges giorgio jorge jerzy yuri yury iurii georgios georgi jiri jurgen
gerald gerry jerry gerhard gerard gerd
gregory greg gregor grigory gregorio grzegorz
harold harry hal
henry harry hank heinrich henri enrico enrique henrik hendrik heinz
helen helena elena helene yelena olena ellen lena
hans johannes johann john jan juan jean giovanni ivan ian sean jon johnny jack joao hannes jens ioannis yannis janos johan iwan
irene irina iryna ira
jacob jake jakob jacques giacomo jakub
jacqueline jackie
james jim jimmy jamie jaime diego santiago giacomo
jeffrey jeff geoffrey geoff
jennifer jen jenny jenni
jessica jess jessie
joanna johanna joan jo hanna joana giovanna jana jane janet
jonathan jon jonny nathan
joseph joe josef jose giuseppe jozef pepe joey yosef iosif beppe sepp
joshua josh
judith judy judit
julia yulia iuliia yuliya iulia julie giulia julija
julian jules julien giuliano
katrina kat trina
kenneth ken kenny
lawrence larry laurence lorenz lorenzo laurent lars
leonard leo len lenny leonardo leonhard
louis luis luigi lou ludwig louie lewis
lucas luke luca lukas luc lukasz
ludmila lyudmila liudmyla mila
margaret maggie meg peggy marge margarete margarita marguerite gretchen greta rita margherita malgorzata gosia
maria mary marie mariya mariia marija maryja molly polly masha
mark marc marcus markus marco marcos marek marko
martha marta
martin marty martino marcin
matthew matt matthias mathias matthieu mathieu matteo mateo mateusz mats matti
maximilian max maxim maksim maksym maximiliano massimiliano
michael mike mick mickey michel michele miguel mikhail mykhailo mikael michal misha mihail mitch mischa
michaela mikaela michelle micaela
natalia natalie nataliya natalya nataliia natasha nathalie
nathaniel nate nat nathan
nicholas nick nicolas nicola nico niklas nikolai nikolay mykola klaus nikolaus nicky nikolaos nicolai
nicole nicki nicky
olga olha olya
oliver ollie olivier oliviero
patricia pat patty tricia trish patrizia
patrick pat paddy patrice patrizio
paul pablo paolo pavel pavlo pawel paulo
peter pete pierre pietro pedro piotr pyotr petr petro piet peer
philip phil philipp philippe filip felipe filippo pip
raymond ray raimund ramon
rebecca becky becca rebekka
richard rick rich dick ricky ricardo riccardo ryszard rico
robert rob bob bobby robbie bert roberto
roland rolando orlando
ronald ron ronnie
rudolf rudi rudy rodolfo
samuel sam sammy
samantha sam
sebastian seb basti bastian sebastien sebastiano
sergey sergei serhii sergio serge serhiy
sophia sofia sophie sofie sofiya zofia
stephen steve steven stefan stephan stephane stefano esteban stepan szczepan stevie
stephanie steph stefanie stefania steffi
susan sue suzanne susanne susanna susie suzy zuzanna
svetlana svitlana sveta lana
tamara toma tammy
tatiana tatyana tetiana tanya tanja tania
theodore ted teddy theo theodor fyodor fedor teodoro
theresa terry tess teresa therese tracy
thomas tom tommy tomas tommaso tomasz thom
timothy tim timmy timo timotheus
valentina valya
victor vic viktor vittorio vitya
victoria vicky viktoria vittoria tori
vincent vince vinny vincenzo vicente
vladimir vlad volodymyr wladimir vova wlodzimierz
walter walt wally gualtiero
wilhelm willi willy will bill billy william liam guillaume guillermo guglielmo willem vilhelm wim
yaroslav jaroslav slava jaroslaw
zachary zach zack zak
`;

let made: ReadonlyMap<string, readonly number[]> | undefined;

/** The groups that a first name (lower-case Latin letters) belongs to: two names with a group in common may be one person's. */
export function nameGroups(given: string): readonly number[] {
  if (!made) {
    const map = new Map<string, number[]>();
    for (const [at, line] of GROUPS.trim().split('\n').entries()) for (const name of new Set(line.split(' '))) map.set(name, [...map.get(name) ?? [], at]);
    made = map;
  }
  return made.get(given) ?? [];
}
