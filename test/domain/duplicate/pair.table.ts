/**
 * Fictional pairs, one a line: "=" one person, "!" two people. Of each side: the name, then @company ^place #title, an e-mail address, +telephone,
 * k:profile key, p:profile address, pic:picture, was:company of before, pro:pronouns, about:text.
 */
export const PAIRS = `
= Ada Lovelace · @Acme · ^London // Ada Lovelace · @Acme Ltd · ^London, United Kingdom
= Ada Lovelace · @Acme GmbH · #CTO // Lovelace, Ada · @ACME · #Chief Technology Officer
= José García · @Nordwind · ^Madrid // Jose Garcia · @Nordwind S.L. · ^Madrid, Spain
= Jürgen Müller · @Beispiel GmbH // Juergen Mueller · @Beispiel
= Jürgen Müller · @Beispiel GmbH · ^Köln // Jurgen Muller · @Beispiel AG · ^Köln
= Søren Ødegård · @Fjordlys · ^Oslo // Soren Odegard · @Fjordlys AS · ^Oslo, Norway
= Łukasz Wiśniewski · @Przyklad · ^Kraków // Lukasz Wisniewski · @Przyklad Sp. z o.o. · ^Krakow
= Юлия Иванова · @Ромашка // Yulia Ivanova · @Romashka
= Сергей Петров · @Пример · ^Moscow // Sergei Petrov · @Primer · ^Moscow
= Γιώργος Παπαδόπουλος · @Paradigma // Giorgos Papadopoulos · @Paradigma SA
= Olena Kovalenko · @Zrazok · ^Kyiv // Helena Kovalenko · @Zrazok · ^Kyiv
= Robert Smith · @Globex · ^Boston // Bob Smith · @Globex Inc. · ^Boston
= William Turner · @Initech · #Sales Director // Bill Turner · @Initech · #Director of Sales
= Katherine Johnson · @Hooli // Kate Johnson · @Hooli
= Elizabeth Bennet · @Longbourn Analytics // Liz Bennet · @Longbourn Analytics Ltd
= Michael Okafor · @Umbra // Mike Okafor · @Umbra Inc
= Christopher Lee · @Vandelay · ^Denver // Chris Lee · @Vandelay · ^Denver, Colorado
= Alexander Schulz · @Musterwerk // Alex Schulz · @Musterwerk GmbH
= Hans-Peter Vogel · @Musterbank · ^Bonn // Hans Peter Vogel · @Musterbank · ^Bonn
= Jean-Luc Moreau · @Exemple SA // Jean Luc Moreau · @Exemple
= J. Smith · @Tyrell · ^Leeds · #Buyer // John Smith · @Tyrell · ^Leeds · #Buyer
= J. Robert Opperman · @Alamos Labs // Robert Opperman · @Alamos Labs
= Maria del Carmen Ruiz · @Ejemplo // Carmen Ruiz · @Ejemplo S.A. · ^Sevilla
= Ada K. Example · @Acme · ^Bern // Ada Example · @Acme · ^Bern
= Dr. Ada Example, PhD · @Acme // Ada Example · @Acme
= ADA EXAMPLE · @Acme // ada example · @acme inc
= Ada Example 🚀 | Hiring · @Acme · ^Paris // Ada Example · @Acme · ^Paris
= Li Wei · @Hua Mei · ^Shanghai // Wei Li · @Hua Mei · ^Shanghai
= Nguyen Van An · @Vi Du · ^Hanoi // An Nguyen · @Vi Du · ^Hanoi
= Wei Zhang (张伟) · @Shili · ^Beijing // 张伟 · @Shili · ^Beijing
= Yuki Tanaka · @Rei KK · ^Tokyo // Tanaka Yuki · @Rei K.K. · ^Tokyo
= Nagy Péter · @Minta Kft · ^Budapest // Péter Nagy · @Minta · ^Budapest
= Sean O'Connor · @Shamrock · ^Dublin // Sean OConnor · @Shamrock · ^Dublin
= Anna van der Berg · @Voorbeeld // Anna Vanderberg · @Voorbeeld B.V.
= Pieter de Vries · @Voorbeeld · ^Utrecht // Pieter Devries · @Voorbeeld · ^Utrecht
= Maria Silva Santos · @Exemplo · ^Lisboa // Maria Santos · @Exemplo · ^Lisboa
= Anna Smith-Jones · @Acme · ^York // Anna Smith · @Acme · ^York
= Micheal Baxter · @Stark · ^Austin // Michael Baxter · @Stark · ^Austin
= Jonathon Whitfield · @Wayne Labs // Jonathan Whitfield · @Wayne Labs · ^Gotham
= Thomas Fischbacher · @Alpina · ^Graz // Thomas Fischabcher · @Alpina · ^Graz
= Grace Hopper · @Acme · was:Cobol Works // Grace Hopper · @Cobol Works
= Grace Hopper · @Acme · was:Cobol Works · ^New York // Grace Hopper · @Cobol Works Inc. · ^Arlington
= Tim Bernard · @Webby · was:Cernix // Timothy Bernard · @Cernix
= Ida Rhodes · @Nova · was:Bureau of Numbers // Ida Rhodes · @Bureau of Numbers · ^Washington
= Linus Aho · @Ydin Oy · was:Esimerkki // Linus Aho · @Esimerkki Oy · ^Helsinki
= Mary Keller · @Clarke · was:Dartmouth Data · k:github:mkeller // Mary Keller · @Dartmouth Data · k:x:keller_m
= Jean Bartik · @Eckert · ada.bartik@eckert.example // Jean Bartik · @Auerbach · ada.bartik@gmail.example
= Karen Spark · @Search Co · karen.spark@search.example // Karen Spark · karen.spark@gmail.example
= Barbara Liskov-Mint · bliskovmint@mit.example · @Mint // Barbara Liskov-Mint · bliskovmint@gmail.example · @Larch
= Frances Alder · @Compile · falder77@web.example // Frances Alder · @Optima · falder77@gmail.example
= Radia Pearl · @Spanning · radia@spanning.example // Radia Pearl · radia@gmail.example · ^Boston
= Hedy Lamar · @Spectrum · +43 1 555 01 23 // Hedy Lamar · @Frequency · +43 (0)1 5550123
= Hedy Lamar · +43 1 555 01 23 // Hedy Lamar · @Frequency · 0043 1 5550123
= Bob Kahn · @Gateway · +1 202 555 0133 // Robert Kahn · @Packet · (202) 555-0133
= V. Serf · @Packet · +1 202 555 0144 // Vint Serf · +1 (202) 555 0144
= Nora Stone · k:github:norastone42 · @Quarry // Nora Stone · k:x:norastone42
= Nora Stone · k:github:norastone42 · @Quarry // Nora Stone · k:dev-to:norastone42 · @Granite
= Pauline Reef · k:gitlab:preefer · ^Lyon // Pauline Reef · k:github:preefer · ^Lyon
= Emil Frost · k:linkedin:in/emilfrost · @Iceworks // Emil Frost · k:github:emilfrost · ^Tromsø
= Emil Frost · k:linkedin:in/emil-frost-8a7b21 · @Iceworks · ^Tromsø // Emil Frost · k:x:emilfrost · ^Tromsø
= Sofia Lind · pic:https://img.example/abc.png · @Lindwerk // Sofia Lind · pic:https://img.example/abc.png?s=200
= Sofie Lind · pic:https://img.example/abc.png · ^Malmö // Sofia Lind · pic:https://img.example/abc.png · ^Malmö
= sofia_codes · k:github:sofia_codes · pic:https://img.example/q.png · p:https://github.com/sofia_codes // Sofia Lind · p:https://www.linkedin.com/in/sofialind · about:see github.com/sofia_codes · pic:https://img.example/q.png
= Mira Sol · p:https://github.com/mirasol · @Helio // Mira Sol · @Luna · about:My code: https://github.com/mirasol
= Mira Sol · p:https://github.com/mirasol // M. Sol · about:https://github.com/mirasol/
= Theo Brandt · p:https://x.com/theob · @Feuer // Theodor Brandt · p:https://www.linkedin.com/in/tb · p:https://x.com/theob · @Glut
= Ann Carter · @Acme · p:https://github.com/anncarter // Ann Miller · @Acme · about:formerly github.com/anncarter · ^Reading
= Ann Carter · pic:https://img.example/ann.png · @Acme // Ann Miller · pic:https://img.example/ann.png · @Acme
= Kim Do-yun · @Yesi · ^Seoul // Do-yun Kim · @Yesi · ^Seoul
= Ingrid Bergström · @Exempel AB · #Head of Marketing // Ingrid Bergstrom · @Exempel · #Head of Marketing
= François Lefèvre · @Exemple · ^Lille // Francois Lefevre · @Exemple · ^Lille
= Zoë Washburne · @Serenity // Zoe Washburne · @Serenity Ltd
= Björn Åkesson · @Nordisk · ^Göteborg // Bjorn Akesson · @Nordisk AB · ^Göteborg
= Dmitriy Sokolov · @Obrazets // Dmitry Sokolov · @Obrazets
= Дмитрий Соколов · @Образец · ^Kazan // Dmitri Sokolov · @Obrazets · ^Kazan
= Mykola Shevchuk · @Pryklad // Nikolai Shevchuk · @Pryklad
= Giuseppe Verdini · @Esempio · ^Parma // Beppe Verdini · @Esempio Srl · ^Parma
= Francisco Paz · @Muestra // Paco Paz · @Muestra · ^Granada
= Margaret Hamill · @Apollo Soft // Peggy Hamill · @Apollo Soft
= Richard Stall · @Gnat · ^Cambridge // Dick Stall · @Gnat · ^Cambridge
= Edward Nygma · @Riddle // Ted Nygma · @Riddle
= Susan Calvin · @Positron // Susie Calvin · @Positron Inc
= Jennifer Ngo · @Acme Robotics // Jen Ngo · @Acme Robotics
= Daniel Craigson · @Universal Widgets · #CFO // Dan Craigson · @Universal Widgets · #CFO
= Matthias Kern · @Kernkraft · ^Wien // Matt Kern · @Kernkraft · ^Wien
= Steffi Graben · @Tennis Pro // Stephanie Graben · @Tennis Pro GmbH
= Heinz Erhard · @Humor AG // Heinrich Erhard · @Humor
= Wilhelm Busch-Mann · @Streich // Willi Busch-Mann · @Streich
= Prof. Dr. Klaus Ritter · @Burg // Klaus Ritter · @Burg GmbH
= Ana María López · @Ejemplo · ^Bilbao // Ana Lopez · @Ejemplo · ^Bilbao
= Mohamed El Amrani · @Mithal · ^Rabat // Mohamed Elamrani · @Mithal · ^Rabat
= Abdul Rahman Khan · @Misal · ^Lahore // Abdul Khan · @Misal · ^Lahore
= Priya Raghunathan · @Udaharan · #Engineer // Priya Raghunathan · @Udaharan Pvt Ltd · #Senior Engineer
= Priya R · @Udaharan · ^Pune · k:github:priyaraghu // Priya Raghunathan · @Udaharan · ^Pune · k:x:priyaraghu
= John Smith · @Tyrell · john.smith@tyrell.example // John Smith · @Tyrell · jsmith@tyrell.example
= John Smith · @Tyrell · j.smith@tyrell.example · ^Leeds // Jon Smith · @Tyrell · john.smith@tyrell.example · ^Leeds
= Ada Byron · ada@byron.example · @Byron // Ada Byron · ada@byron.example · @Engines
= A. Byron · ada@byron.example // Ada Byron · ada@byron.example
= Ada Byron · @Byron · k:linkedin:in/adabyron // Ada Byron · @Byron · k:linkedin:fsd/ACoAAB1234567890
= Ada Byron · @Byron · k:linkedin:in/adabyron // Ada Byron · @Byron · k:xing:profile/ada_byron · ^Ulm
= Ada Byron · @Byron · #Head of Sales // Ada Byron · @Byron · #VP Sales
= Ada Byron · @Byron & Co // Ada Byron · @Byron and Co.
= Ada Byron · @Byron · pro:she/her // Ada Byron · @Byron · pro:she
= Eva Horvat · @Primjer · ^Zagreb // Eva Horvath · @Primjer · ^Zagreb
= Carlos Pérez · @Acme · +34 91 555 0199 // Karl Perez · +34 915550199
= Ben Ray · k:github:benray99 · @Ray // Benjamin Ray · k:x:benray99 · @Sun
= Lena Wolf · lena.wolf@gmail.example · ^Ulm // Lena Wolf · lena.wolf@wolfwerk.example · @Wolfwerk · ^Ulm
= Otto Baum · @Holz · ^Kiel · #Founder // Otto Baum · ^Kiel · #Founder
= Tess Dune · @Sand · #CEO // Theresa Dune · @Sand
= Iris Bloom · @Garden · was:Meadow // Iris Bloom · @Meadow · was:Orchard
= Noah Field · @Barn · k:x:noahfield_ // Noah Field · @Barn · k:github:nfield
= Vera Stein · about:I write at https://medium.com/@verastein · @Fels // Vera Stein · p:https://medium.com/@verastein
! John Smith · @Tyrell · ^Leeds // John Smith · @Umbra · ^Boston
! John Smith · @Tyrell // John Smith · @Umbra
! John Smith // John Smith
! John Smith · ^London // John Smith · ^London
! John Smith · @Tyrell · k:linkedin:in/john-smith-1 // John Smith · @Tyrell · k:linkedin:in/johnsmith-tyrell
! John Smith · @Tyrell · john.smith@tyrell.example // John Smith · @Tyrell · john.smith2@tyrell.example
! John Smith · @Tyrell · john.a.smith@tyrell.example · ^Leeds // John Smith · @Tyrell · johnny55@tyrell.example · ^Leeds
! John A. Smith · @Tyrell // John B. Smith · @Tyrell
! John Adam Smith · @Tyrell // John Bruno Smith · @Tyrell
! John Smith Jr. · @Smith & Sons · ^Leeds // John Smith Sr. · @Smith & Sons · ^Leeds
! John Smith Jr. · @Smith & Sons · ^Leeds // John Smith · @Smith & Sons · #Founder
! Henry Ford II · @Motors · ^Detroit // Henry Ford III · @Motors · ^Detroit
! Karl Weber · @Weber GmbH · ^Ulm // Klara Weber · @Weber GmbH · ^Ulm
! Karl Weber · @Weber GmbH · +49 731 555 01 // Hanna Weber · @Weber GmbH · +49 731 555 01
! Maria Rossi · @Esempio // Mario Rossi · @Esempio
! Mario Rossi · @Esempio · +39 06 555 0101 // Maria Rossi · @Esempio · +39 06 555 0101
! Daniel Weiss · @Acme // Daniela Weiss · @Acme
! Erik Holm · @Holm // Erika Holm · @Holm
! Francis Doe · @Acme // Frances Doe · @Acme
! Alex Kim · @Acme · pro:he/him // Alex Kim · @Acme · pro:she/her
! Sam Park · @Acme · pro:she/her · ^Seoul // Sam Park · @Acme · pro:he/him · ^Busan
! Wei Wang · @Hua Mei · k:linkedin:in/wei-wang-a1 // Wei Wang · @Hua Mei · k:linkedin:in/weiwang88
! Wei Wang · @Hua Mei · ^Shanghai, China · #Accountant // Wei Wang · @Hua Mei · ^Toronto, Canada · #Software Engineer
! Mohammed Ali · @Petrol Corp · #Accountant · ^Dubai, United Arab Emirates // Mohammed Ali · @Petrol Corp · #Recruiter · ^Cairo, Egypt
! Nguyen Anh · @Vi Du · #Software Engineer · ^Hanoi, Vietnam // Nguyen Anh · @Vi Du · #Sales Manager · ^Berlin, Germany
! Anna Kowalska · @Bank · k:linkedin:in/anna-kowalska-11 // Anna Kowalska · @Bank · k:linkedin:in/annakowalska
! Anna Kowalska · @Bank · anna.kowalska@bank.example // Anna Kowalska · @Bank · anna.kowalska3@bank.example
! Andreas Müller · @Siebenwerk · #Recruiter · ^Munich, Germany // Andreas Mueller · @Siebenwerk · #Software Engineer · ^Vienna, Austria
! Peter Schmidt · @Siebenwerk · k:linkedin:in/peter-schmidt-x1 // Peter Schmidt · @Siebenwerk · k:linkedin:in/p-schmidt · ^Erlangen
! Jan de Jong · @Voorbeeld // Jan Jansen · @Voorbeeld
! Anna Schmidt · @Acme · +49 30 555 00 // Anna Meier · @Acme · +49 30 555 00
! Anna Schmidt · @Acme // Anna Meier · @Acme
! Paul Adams · @Acme · info@acme.example // Tom Baker · @Acme · info@acme.example
! Paul Adams · info@acme.example // Paul Brown · info@acme.example
! Paul Adams · @Acme · paul@acme.example // Paul Adams · @Globex · paul@globex.example
! Paul Adams · @Acme · paul.adams@acme.example // Paul Adams · @Globex · paul.adams@globex.example
! Lucy Gray · @Acme · k:github:lucygray // Lucy Gray · @Globex · k:x:lucy_gray · ^Oslo, Norway
! Lucy Gray · k:github:lgray // Lucy Gray · k:x:lucyg
! devguru · k:github:devguru // Dev Guru Nath · @Udaharan
! ada · k:github:ada // Ada Example · @Acme
! marketing_queen · k:x:marketing_queen // Sofia Lind · @Acme
! Chris Martin · @Acme // Christine Martin · @Globex
! Chris Martin · @Acme · pro:he/him // Christine Martin · @Acme · pro:she/her
! Pat Morgan · @Acme // Patricia Morgan · @Globex
! Michael Johnson · @Big Retail · #Store Manager · ^Dallas, United States · k:linkedin:in/mj1 // Michael Johnson · @Big Retail · #Store Manager · ^Dallas, United States · k:linkedin:in/mike-johnson-7
! Michael Johnson · @Big Retail · #Cashier · mjohnson4@bigretail.example // Michael Johnson · @Big Retail · #Cashier · mjohnson9@bigretail.example
! Michael Johnson · @Big Retail // Michelle Johnson · @Big Retail
! James Brown · @Acme // James Browne-Wells · @Globex
! Stefan Roth · @Acme // Stefan Rothe · @Globex
! Tim Cook-Fisher · @Orchard // Tom Cook-Fisher · @Orchard
! Sara Lee · @Bakery · ^Paris // Sarah Lind · @Bakery · ^Paris
! Juan García · @Ejemplo S.A. · ^Lima, Peru // Juan García · @Muestra · ^Madrid, Spain
! Juan García López · @Ejemplo // Juan García Ruiz · @Ejemplo
! Juan Carlos García · @Ejemplo // Juan Pablo García · @Ejemplo
! María José Pérez · @Ejemplo // María Luisa Pérez · @Ejemplo
! Ole Hansen · @Fjordlys · k:linkedin:in/ole-hansen // Ole Hansen · @Fjordlys · k:linkedin:in/olehansen2
! Ole Hansen · @Fjordlys // Olga Hansen · @Fjordlys
! Kevin Li · @Acme // Kelvin Li · @Acme
! Karin Berg · @Acme // Karen Berg · @Globex
! Marta Ruiz · @Ejemplo // Maria Ruiz · @Ejemplo
! Jean Dupont · @Exemple · ^Paris // Jeanne Dupont · @Exemple · ^Paris
! Jean-Paul Dupont · @Exemple // Jean-Pierre Dupont · @Exemple
! Hans Huber · @Huber · ^Linz // Franz Huber · @Huber · ^Linz
! Georg Huber · @Huber · georg@huber.example // Gregor Huber · @Huber · gregor@huber.example
! Anton Bauer · @Hof · k:xing:profile/anton_bauer · ^Graz, Austria // Anton Bauer · @Hof · k:xing:profile/anton_bauer7 · ^Bozen, Italy
! Li Na · @Hua Mei // Li Ma · @Hua Mei
! 张伟 · @Shili // 张威 · @Shili
! 김민준 · @Yesi // 김민지 · @Yesi
! 田中太郎 · @Rei // 田中次郎 · @Rei
! Иван Иванов · @Пример // Анна Иванова · @Пример
! Ivan Petrov · @Primer // Irina Petrova · @Primer
! Support Team · @Acme // Sales Team · @Acme
! A. Smith · @Tyrell // B. Smith · @Tyrell
! A. Smith · @Tyrell · ^Leeds, United Kingdom // Anna Smith · @Umbra · ^Leeds, United Kingdom
! J. Chen · @Acme · #Engineer · ^Taipei, Taiwan // Jenny Chen · @Globex · #Recruiter · ^Singapore
! Ken Adams · @Acme · pic:https://img.example/1.png // Ken Adams · @Globex · pic:https://img.example/2.png
! Ken Adams · @Acme · was:Initech // Ken Adams · @Globex · was:Hooli
! Rosa Diaz · @Precinct · was:Acme // Amy Diaz · @Acme
! Nina Simon · @Jazz · #Singer // Nina Simons · @Rock · #Guitarist
! Ella Fitz · k:github:ella · ^Rome, Italy // Ella Fitz · k:github:ellaf · ^Bern, Switzerland
! Max Mustermann · @Acme · ^Berlin // Max Mustermann · @Globex · ^Berlin
! Max Mustermann · @Acme · +49 30 5550001 // Max Mustermann · @Globex · +49 30 5550002
! Max Mustermann · @Acme · k:linkedin:in/max1 · +49 30 5550001 // Max Mustermann · @Acme · k:linkedin:in/max2 · +49 30 5550002
! Erika Mustermann · @Acme // Erik Mustermann · @Acme
! Tom Reed · @Acme · #CEO // Tom Reid · @Acme · #Janitor
! Tony Stark · @Iron // Tina Stark · @Iron
! Ed Wood · @Films // Edna Wood · @Films
! Will Hunt · @Acme // Wilma Hunt · @Acme
! Andrea Bianchi · @Esempio · pro:she/her // Andrea Bianchi · @Esempio · pro:he/him
! Andrea Bianchi · @Esempio · ^Milano, Italy · #Lawyer // Andreas Bianchi · @Beispiel · ^Bern, Switzerland
! Joe King · @Acme // Joe Kingsley · @Acme
! Sam Green · @Acme · sgreen@acme.example // Samantha Green · @Acme · samantha.green.hr@acme.example
! Robert Chan · @Acme · k:linkedin:in/robchan // Bob Chan · @Acme · k:linkedin:in/bobchan
! Robert Chan · @Acme · ^Hong Kong · #Lawyer // Bob Chan · @Globex · ^Sydney, Australia
! Vikram Singh · @Udaharan · vikram.singh@udaharan.example // Vikram Singh · @Udaharan · vikram.singh4@udaharan.example
! Vikram Singh · @Udaharan · vsingh1@udaharan.example · ^Pune // Vikram Singh · @Udaharan · vsingh7@udaharan.example · ^Pune
! Jose Santos · @Exemplo Bank · #Teller · ^Recife, Brazil // Jose Santos · @Exemplo Bank · #Software Engineer · ^Lisbon, Portugal
! Emma Wilson · @Acme · k:linkedin:in/emmaw · #HR Manager // Emma Wilson · @Acme · k:linkedin:in/emma-wilson-9 · #Software Engineer
! Emma Wilson · @Acme · ^Perth, Australia · #HR Manager // Emma Wilson · @Acme · ^Austin, United States · #Software Engineer
! Emma Wilson · @Acme Coffee // Emma Wilson · @Acorn Coffee
! Peter Meyer · k:github:pmeyer // Petra Meyer · k:x:pmeyer
! Lisa Mayer · @Alpina // Lisa Meier · @Globex
! Otto Otto · @Otto // Otto Braun · @Otto
! The Acme Show · k:youtube:acme // Acme · k:x:acme
! Kim Lee · @Acme · ^Seoul, South Korea // Lee Kim · @Globex · ^London, United Kingdom
! Tariq Aziz · @Misal · tariq.aziz@misal.example // Tariq Aziz · @Namuna · tariq.aziz@namuna.example
`;
