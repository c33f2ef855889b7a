### Uw gegevens, en toegankelijkheid: de bladzijden die elke gemeente heeft.

people-column-what = Wat
people-column-why = Waarvoor
people-column-basis = Op welke grond
people-column-term = Hoelang
people-column-seen = Wie ziet het
people-article = (AVG artikel { $article })

people-basis-public-task = Taak van algemeen belang: meedoen aan wat de gemeente beslist
people-basis-legal-obligation = Wettelijke plicht
people-basis-consent = Uw toestemming

people-term-hours = { $count ->
    [one] Eén uur
   *[other] { $count } uur
}
people-term-days = { $count ->
    [one] Eén dag
   *[other] { $count } dagen
}
people-term-account = Zolang het account bestaat
people-term-after-answer = Tot u vraagt om het te wissen, en hoogstens { $count } dagen na het antwoord. Trekt u uw bijdrage in, of komt er geen antwoord? Dan hoogstens { $count } dagen nadat u ze introk of het project sloot
people-term-until-sent = Tot het bij de gemeente is aangekomen, of tot u het laat wissen. Daarna blijft op de telefoon alleen het nummer, tot de ronde is afgesloten
people-term-archive = Blijvend, in het archief van de gemeente, zonder wie u bent

people-seen-everybody = Iedereen
people-seen-oneself = Uzelf
people-seen-staff = Medewerkers die het voor hun werk nodig hebben

people-kind-identity = Uw naam, mailadres, telefoonnummer en adres, als u die gaf
people-kind-identity-why = Om u te antwoorden op de manier die u koos
people-kind-contribution = Uw bijdrage, nadat iemand ze nakeek
people-kind-contribution-why = Om er samen over te beslissen en te tonen wat ermee gebeurt
people-kind-unscreened-contribution = Uw bijdrage, vóór iemand ze nakeek
people-kind-unscreened-contribution-why = Om na te kijken of er geen namen of nummers van mensen in staan
people-kind-photo = Foto’s bij uw bijdrage, zonder verborgen gegevens zoals plaats en toestel
people-kind-photo-why = Om te tonen waar het over gaat
people-kind-telephone = Wat u aan de deur of op straat zei, op de telefoon van wie het optekende
people-kind-telephone-why = Om ook te kunnen luisteren waar geen netwerk is
people-kind-comment = Wat u bij de bijdrage van een ander schreef
people-kind-comment-why = Om samen na te denken over een idee
people-kind-reaction = Wat u vond van het antwoord van de gemeente
people-kind-reaction-why = Om te weten of het antwoord duidelijk en eerlijk was
people-kind-mail = Mails en brieven aan u
people-kind-mail-why = Om te weten of een antwoord aankwam
people-kind-subscription = Het mailadres waarop u nieuws wilt krijgen
people-kind-subscription-why = Om u te mailen wat er met inbreng gebeurde, zolang u dat wilt
people-kind-account = Naam en mailadres van medewerkers en partners
people-kind-account-why = Om te weten wie wat mag doen
people-kind-saved-view = De lijsten die een medewerker onder een naam bewaart
people-kind-saved-view-why = Om werk snel terug te vinden
people-kind-sign-in = Wanneer een medewerker zich aanmeldde
people-kind-sign-in-why = Om misbruik van een account te zien
people-kind-password-link = De link waarmee een medewerker een nieuw wachtwoord kiest
people-kind-password-link-why = Om iemand die zijn wachtwoord vergat weer te laten werken
people-kind-answer-code = Wat een code aan antwoorden op vragen koppelt
people-kind-answer-code-why = Om antwoorden vooraf en na afloop naast elkaar te leggen. De code zelf bewaren wij niet. Onderzoekers kunnen losse antwoorden lezen, zonder naam en zonder code.
people-kind-kept-form = Wat een medewerker typte toen het aanmelden verlopen was
people-kind-kept-form-why = Om niets verloren te laten gaan
people-kind-journal = Welke stap wanneer en in welke rol gezet is, zonder namen en zonder teksten
people-kind-journal-why = Om te kunnen bewijzen wat er met een bijdrage gebeurde

people-privacy-title = Uw gegevens
people-privacy-lead = Wat { $name } over u bewaart, waarom, hoelang, en wat u kunt vragen.
people-privacy-no-account = U hebt geen account en geen mailadres nodig om mee te doen. U mag ook zonder naam meedoen.
people-privacy-apart = Wie u bent, bewaren wij apart van wat u zegt. Bij uw bijdrage staat alleen een nummer.
people-privacy-logged = Elke keer dat een medewerker kijkt wie u bent, schrijven wij op wie keek en waarom.
people-privacy-no-third = Deze site vraagt niets op bij anderen: geen advertenties, geen meting, geen kaarten of letters van een ander bedrijf.
people-privacy-cookies = Wij zetten alleen cookies die nodig zijn om u aan te melden, een formulier te versturen en uw taal te onthouden.
people-privacy-kept-title = Wat wij bewaren
people-privacy-rights-title = Wat u kunt vragen
people-privacy-right-see = Inzien: u krijgt alles wat wij over u bewaren.
people-privacy-right-correct = Verbeteren: wij veranderen wat niet klopt.
people-privacy-right-erase = Wissen: wij wissen wie u bent en wat u schreef, ook in onze kopieën. De stappen blijven, zonder woorden en zonder naam.
people-privacy-right-object = Bezwaar maken: u zegt waarom wij iets niet mogen bewaren, en wij wegen dat.
people-privacy-right-limit = Beperken: wij doen er even niets mee tot een vraag is opgelost.
people-privacy-right-complain = Een klacht indienen bij de toezichthouder: de Gegevensbeschermingsautoriteit of de Vlaamse Toezichtcommissie in Vlaanderen, de Autoriteit Persoonsgegevens in Nederland.
people-privacy-how-title = Hoe u dat doet
people-privacy-how-code = Kreeg u een volgcode? Daarmee trekt u uw bijdrage zelf in, op de bladzijde Volgen.
people-privacy-how-desk = Liever aan het loket of aan de telefoon? Noem het nummer van uw bijdrage. Wij vragen dan nog uw naam en één ander gegeven dat u ons gaf, zodat niemand anders dit in uw plaats kan vragen.
people-privacy-how-partner = Hielp een organisatie u? Die kan het voor u vragen. Bewaart die organisatie zelf uw naam, dan hebben wij die niet.
people-privacy-how-term = Wij antwoorden binnen een maand. Het kost niets.

people-accessibility-title = Toegankelijkheid
people-accessibility-lead = { $name } wil dat iedereen kan meedoen, met of zonder scherm.
people-accessibility-state-title = Hoe het nu is
people-accessibility-state = Deze site is gebouwd volgens WCAG 2.2, niveau AA. Geen onafhankelijk bureau heeft dat al onderzocht. Daarom noemen wij de site gedeeltelijk conform.
people-accessibility-keyboard = Alles kan met het toetsenbord, en met een schermlezer.
people-accessibility-script = Alles werkt zonder JavaScript.
people-accessibility-small = Alles past op een scherm van 320 punten breed en blijft leesbaar bij vergroting.
people-accessibility-direction = Talen die van rechts naar links gaan, staan van rechts naar links.
people-accessibility-paper = Alles wat op het scherm kan, kan ook op papier, aan de telefoon en aan het loket.
people-accessibility-not-title = Wat nog niet goed is
people-accessibility-not-photos = Foto’s van bewoners hebben niet altijd een beschrijving.
people-accessibility-not-translations = Sommige vertalingen zijn door een machine gemaakt. Dat staat er dan bij.
people-accessibility-how-title = Hoe wij het nakijken
people-accessibility-how = Bij elke nieuwe versie kijkt een programma alle soorten bladzijden na, met het toetsenbord, op een klein scherm en van rechts naar links. Dat vindt niet alles. Mensen vinden de rest.
people-accessibility-help-title = Lukt er iets niet?
people-accessibility-help = Laat het ons weten. U vindt hieronder hoe. Wij antwoorden binnen vijf werkdagen en helpen u intussen op een andere manier.
people-accessibility-complain = Bent u niet tevreden met ons antwoord? Dan kunt u naar de ombudsdienst.
