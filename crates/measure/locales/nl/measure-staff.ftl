measure-list-title = Meten
measure-list-text = Elk proces heeft een meetplan: wat u wilt weten, wanneer en van wie. Zonder plan weet niemand achteraf of het hielp.
measure-list-empty = Er zijn nog geen processen.
measure-list-whole = Het meetplan is klaar.
measure-list-begun = Er is een meetplan, maar het is nog niet klaar.
measure-list-none = Er is nog geen meetplan.
measure-plan-title = Meetplan: { $title }
measure-plan-back = Meetplan
measure-plan-text = Het programma stelt voor wat u meet, vanuit de doelen van het proces. U behoudt elk voorstel of laat het weg. Wat u weglaat en waarom, leest iedereen.
measure-plan-public = Wat iedereen leest
measure-plan-whole = Dit meetplan is klaar.
measure-plan-not-whole = Dit meetplan is nog niet klaar: kies wanneer u mensen iets vraagt, en welke vragen.
measure-plan-undecided =
    { $count ->
        [one] Over één voorstel is nog niet beslist.
       *[other] Over { $count } voorstellen is nog niet beslist.
    }
measure-plan-aims = Doelen van dit proces
measure-plan-no-aims = Er zijn nog geen doelen gekozen. Dan stelt het programma alleen voor wat bij elk proces hoort.
measure-plan-guide = Kies doelen in de ontwerpgids
measure-plan-when = Wanneer vraagt u mensen iets?
measure-plan-when-text = Vraag vóór mensen meedoen, nadat zij het antwoord kregen, en lang daarna. Rondes mogen niet overlappen. Laat leeg wat u niet doet. Vraag ook mensen die niet meededen. Papier kan nog veertien dagen na de laatste dag worden ingetypt; daarna liggen de uitkomsten vast.
measure-plan-opens = Eerste dag
measure-plan-closes = Laatste dag
measure-plan-invited = Hoeveel mensen vraagt u?
measure-plan-begun = Begonnen op { $day }. De eerste dag verandert niet meer.
measure-plan-days-hold = Deze dagen veranderen niet meer.
measure-plan-both-days = Vul de eerste én de laatste dag in, of laat beide leeg.
measure-plan-turned = De laatste dag ligt vóór de eerste. Wissel ze om.
measure-plan-past = De laatste dag is al voorbij. Kies vandaag of later.
measure-plan-overlap = Deze ronde begint voordat de vorige voorbij is. Kies een latere eerste dag.
measure-plan-held = Deze dagen kunnen zo niet veranderen, omdat de ronde al begonnen is.
measure-plan-invited-wrong = Schrijf een heel getal, of laat dit leeg.
measure-plan-what = Wat meet u?
measure-plan-what-text = Kies bij elk voorstel.
measure-plan-keep = Dit meten wij
measure-plan-drop = Dit meten wij niet
measure-plan-motive = Waarom niet?
measure-plan-motive-missing = Schrijf waarom u dit niet meet. Iedereen kan dat lezen.
measure-plan-others = Andere dingen die u kunt meten
measure-plan-others-label = Dit meten wij ook
measure-plan-save = Bewaar het meetplan
measure-plan-save-then = Bewaar en kies de vragen
measure-plan-saved = Het meetplan is bewaard.
measure-hold = Er is nog geen volledig meetplan. Leg vast wat u meet, wanneer en van wie. Wat u niet meet, zegt u erbij.
measure-hold-plan = Maak het meetplan
measure-because-always = Dit hoort bij elk proces.
measure-because-aims = Voor: { $aims }.
measure-refused-overtaken = Iemand anders heeft dit meetplan intussen bewaard. Kijk na wat er nu staat en bewaar opnieuw.
measure-refused-no-motive = Schrijf waarom u een voorstel niet meet.
measure-refused-days-hold = De dagen van een ronde die begonnen of voorbij is, veranderen niet meer.
measure-refused-questions-hold = Er heeft al iemand geantwoord. De vragen van die ronde veranderen niet meer.
measure-refused-too-many = Dat zijn meer vragen dan er in één ronde passen.
measure-refused-not-open = Voor deze ronde kan nu niemand antwoorden.
measure-refused-still-open = Mensen kunnen nog antwoorden. De uitkomsten liggen pas vast na de laatste dag.
measure-questions-link = Welke vragen stelt u?
measure-questions-title = Vragen: { $title }
measure-questions-text = Kies per ronde hoogstens { $most } zinnen. Een korte lijst wordt vaker ingevuld, ook door mensen met weinig tijd.
measure-questions-same = Een zin die u vooraf én na afloop vraagt, laat zien wat veranderde.
measure-questions-before = Vooraf
measure-questions-after = Na het antwoord
measure-questions-later = Lang daarna
measure-questions-took-part = alleen wie meedeed
measure-questions-staff = alleen medewerkers
measure-questions-hold = Er heeft al iemand geantwoord. Deze vragen veranderen niet meer.
measure-questions-none = Er is niets om te vragen. Kies eerst in het meetplan wat u met een vragenlijst meet.
measure-questions-too-many = Er passen { $most } vragen in een ronde. U koos er { $many }. Laat er enkele weg.
measure-questions-save = Bewaar de vragen
measure-questions-saved = De vragen zijn bewaard.
measure-outcomes-link = Uitkomsten
measure-outcomes-title = Uitkomsten: { $title }
measure-outcomes-text = U ziet hetzelfde als iedereen. Zolang mensen antwoorden, ziet u alleen ongeveer hoeveel het er zijn.
measure-outcomes-waves = Rondes
measure-outcomes-about = { $many } of meer
measure-outcomes-hold = Alles is ingetypt: leg de uitkomsten vast
measure-outcomes-held = De uitkomsten liggen vast. Er komt niets meer bij.
measure-outcomes-entry = Papier intypen
measure-column-wave = Ronde
measure-column-days = Dagen
measure-column-state = Stand
measure-column-sheets = Ingevuld
measure-column-do = Doen
measure-entry-title = Papier intypen: { $title }
measure-entry-text = Typ in wat mensen op papier invulden, blad na blad. Laat leeg wat op het blad leeg is. Schrijf nergens op van wie een blad is.
measure-entry-batch =
    { $count ->
        [0] Nog geen bladen van deze stapel.
        [one] Eén blad van deze stapel is ingetypt.
       *[other] { $count } bladen van deze stapel zijn ingetypt.
    }
measure-entry-fresh = Begin een nieuwe stapel
measure-entry-other = Ga naar deze ronde
measure-entry-way = Hoe antwoordde deze persoon?
measure-entry-code = Code
measure-entry-code-before = De code die op het blad gedrukt staat. Staat er geen? Laat dit leeg.
measure-entry-code-after = De code die de persoon zelf schreef. Staat er geen? Laat dit leeg.
measure-entry-without-code = Bewaar zonder code
measure-entry-save = Bewaar dit blad
measure-entry-saved = Het blad is bewaard.
measure-entry-replaced = Het blad is bewaard. Het komt in de plaats van een eerder blad met dezelfde code.
measure-entry-unknown = Het blad is bewaard. De code is niet bekend; de antwoorden tellen wel.
measure-entry-closed = Er is geen ronde waarvoor nu iets ingetypt kan worden.
measure-entry-number = Het laatste blad kreeg nummer { $number }. Schrijf dat nummer op het papier. Iemand anders typt het later nog eens in; pas dan telt het mee.
measure-entry-check = Papier nakijken
measure-check-title = Papier nakijken: { $title }
measure-check-text = Neem het blad met dit nummer en typ het nog eens in. U ziet niet wat de eerste persoon typte. Is het hetzelfde, dan telt het blad mee.
measure-check-sheet = Blad { $number }
measure-check-code = De code op het blad. Staat er geen? Laat dit leeg.
measure-check-save = Bewaar dit blad
measure-check-differs = Dit verschilt van de eerste keer. Kijk nog eens op het papier.
measure-check-look-again = Kijk bij wat aangeduid is nog eens op het papier. Verbeter wat fout was en bewaar opnieuw. Wat u dan bewaart, telt.
measure-check-waiting = Wacht op nakijken
measure-check-none = Er ligt niets dat u kunt nakijken.
measure-check-own =
    { $count ->
        [0] U typte zelf niets in dat nog wacht.
        [one] Eén blad dat u zelf intypte wacht op iemand anders.
       *[other] { $count } bladen die u zelf intypte wachten op iemand anders.
    }
measure-check-same = Beide keren hetzelfde. Het blad telt mee.
measure-check-corrected = Verbeterd. Het blad telt mee zoals u het las.
measure-outcomes-unchecked =
    { $count ->
        [one] Eén blad op papier is nog niet nagekeken.
       *[other] { $count } bladen op papier zijn nog niet nagekeken.
    }
measure-refused-unchecked = Er liggen nog bladen op papier die niemand nakeek. Laat die eerst nakijken, of wacht tot de dagen voor papier voorbij zijn.
measure-refused-own-sheet = Wie een blad intypte, kijkt het niet zelf na. Vraag het aan iemand anders.
measure-outcomes-staff = Vragen voor medewerkers
measure-staff-title = Vragen voor medewerkers
measure-staff-text = Werkte u mee aan dit project? Deze vragen gaan over uw eigen werk.
measure-staff-who = U bent aangemeld, maar wij bewaren niet wie wat antwoordde. Van te kleine groepen tonen wij niets. Onderzoekers kunnen ook losse antwoorden lezen, zonder naam en zonder code, en nooit van een te kleine groep.
measure-staff-free = U hoeft niet te antwoorden. Elke vraag mag open blijven.
measure-staff-closed = Er is nu geen ronde waarin medewerkers iets gevraagd wordt.
measure-export-title = Losse antwoorden voor onderzoek: { $title }
measure-export-back = Uitvoer voor onderzoek
measure-export-text = Een tabel met één rij per ingevulde vragenlijst, en een codeboek dat elke kolom uitlegt. Er staat geen naam in, geen code, geen dag en geen woord van iemand zelf.
measure-export-number = Elke rij heeft een nummer dat alleen in dit bestand geldt. De rijen staan in een willekeurige volgorde. Wie vooraf en na afloop antwoordde met dezelfde code, heeft op beide rijen hetzelfde paarnummer.
measure-export-small = Van een groep van minder dan { $most } mensen gaat niets mee. Wat iemand anders kan weten (hoe iemand antwoordde, wat meedoen moeilijk maakt, of er een paar is) gaat alleen mee als er minstens zoveel mensen hetzelfde hebben.
measure-export-noted = In het logboek komt te staan dat u de antwoorden meenam.
measure-export-codebook = Codeboek (CSV)
measure-export-take = Neem de antwoorden mee (CSV)
measure-export-open = Gaat nog niet mee: de antwoorden liggen nog niet vast.
measure-export-untold = Gaat niet mee: wie antwoordde, kreeg niet te lezen dat onderzoekers losse antwoorden zien. De totalen zijn openbaar.
measure-export-leaves = Gaat mee.
measure-export-nothing = Er zijn geen antwoorden die mee mogen: van te weinig mensen, of van rondes die nog niet vastliggen.
measure-codebook-number = nummer van de rij; het is willekeurig en geldt alleen in dit bestand
measure-codebook-use = wat er met de rij mag
measure-codebook-wave = ronde waarin iemand antwoordde
measure-codebook-respondent = bewoner of medewerker
measure-codebook-took-part = of de bewoner meedeed; vooraf: of de bewoner wil meedoen; leeg bij medewerkers
measure-codebook-way = hoe iemand antwoordde
measure-codebook-pair = hetzelfde nummer op de rijen van één persoon; leeg als er geen code was of als het paar niet mee mag
measure-codebook-barriers = wat meedoen moeilijk maakt, met spaties ertussen; leeg als het niet gevraagd werd
measure-codebook-resident = bewoner
measure-codebook-hidden = weggelaten om iemand te beschermen
measure-codebook-some = minstens één ding; welke, is weggelaten om iemand te beschermen
measure-codebook-open = opengelaten; geen antwoord om mee te rekenen
measure-codebook-asked = in deze ronde gevraagd
measure-codebook-not-asked = leeg: niet gevraagd, in deze ronde of aan deze persoon
measure-limit-publish = Niet publiceren en niet doorgeven: er staan antwoorden in van één persoon per rij. Openbaar zijn alleen de totalen.
measure-limit-join = Leg dit bestand niet naast een ander, ook niet naast een eerdere uitvoer, om te weten wie iemand is.
measure-limit-self-selected = Wie antwoordt, koos daar zelf voor. Dat is zelden een goede afspiegeling van wie er woont.
measure-limit-asked-unknown = Wie de vragen niet zag of niet wilde antwoorden, staat er niet in. Van die mensen is niets bekend.
measure-limit-paper = Papier is door twee mensen ingetypt. Wat de tweede niet nakeek, staat er niet in. Wie voorgelezen kreeg, antwoordde aan iemand.
measure-limit-twice = Zonder code is niet te zien of iemand twee keer antwoordde. Paren zijn alleen van mensen die hun code bewaarden.
measure-limit-means-to = Vooraf zegt took_part of iemand wil meedoen, na afloop of iemand meedeed.
measure-limit-cause = Een verschil tussen vóór en na kan ook door iets anders komen dan dit project.
measure-limit-smallest = de kleinste groep van deze gemeente: wat van minder mensen is, is grover of weggelaten
measure-limit-sheets = rijen van deze ronde
measure-limit-invited = zoveel mensen werden gevraagd; leeg als dat niet bekend is
measure-limit-unchecked = bladen op papier die niet meetellen, omdat geen tweede persoon ze nakeek
measure-limit-few = van deze groep gaat niets mee: minder dan { $most } mensen
measure-limit-cut = bewoners die vooraf en in deze ronde antwoordden en van wie het paar niet mee mag
measure-limit-cut-staff = medewerkers die vooraf en in deze ronde antwoordden en van wie het paar niet mee mag
measure-limit-way = rijen waarvan is weggelaten hoe iemand antwoordde
measure-limit-barriers = rijen waarvan grover staat of is weggelaten wat meedoen moeilijk maakt
