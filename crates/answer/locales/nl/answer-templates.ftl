### Hoe een antwoord kan beginnen, per uitkomst. Wat tussen haken staat, vult de gemeente in: zolang het er staat, gaat het antwoord niet weg.

answer-template-criterion = Dit gaf de doorslag: [het criterium, in gewone woorden].

answer-template-adopted-done = Dank u voor uw bijdrage. De dienst [welke dienst] heeft ernaar gekeken. Wij gingen na [wat is onderzocht]. Het gaat door: [wat er precies komt].
answer-template-adopted-coming = Het werk begint op [dag of maand] en is klaar op [dag of maand]. De dienst [welke dienst] zorgt ervoor. Op de pagina van uw bijdrage ziet u hoe het gaat.

answer-template-partly-done = Dank u voor uw bijdrage. De dienst [welke dienst] heeft ernaar gekeken. Wij gingen na [wat is onderzocht]. Een deel gaat door: [wat er wel komt].
answer-template-partly-why-not = Dit deel gaat niet door: [wat er niet komt]. De reden is: [waarom het niet kan]. Wij keken ook of het anders kon: [wat is bekeken].
answer-template-partly-coming = Het werk begint op [dag of maand] en is klaar op [dag of maand]. De dienst [welke dienst] zorgt ervoor. Op de pagina van uw bijdrage ziet u hoe het gaat.

answer-template-not-adopted-done = Dank u voor uw bijdrage. De dienst [welke dienst] heeft ernaar gekeken. Wij gingen na [wat is onderzocht]. Wij doen het niet.
answer-template-not-adopted-why-not = De reden is: [waarom het niet kan]. Wij keken ook of het anders kon: [wat is bekeken]. Dit kan wel: [wat nog kan].
answer-template-not-adopted-coming = Vindt u dat wij iets vergeten zijn? Zeg het op de pagina van uw bijdrage, of bel ons. U kunt ook vragen om er opnieuw naar te kijken.

answer-template-deferred-done = Dank u voor uw bijdrage. De dienst [welke dienst] heeft ernaar gekeken. Wij gingen na [wat is onderzocht]. Wij stellen het uit tot [dag of maand].
answer-template-deferred-why-not = Nu kan het nog niet. De reden is: [waarom het nu niet kan]. Het kan wel als dit geregeld is: [wat eerst moet gebeuren].
answer-template-deferred-coming = Op [dag of maand] kijken wij er opnieuw naar. Op de pagina van uw bijdrage leest u dan wat eruit kwam.

answer-template-trial-done = Dank u voor uw bijdrage. De dienst [welke dienst] heeft ernaar gekeken. Wij gingen na [wat is onderzocht]. Wij proberen het eerst uit: [wat de proef is].
answer-template-trial-coming = De proef begint op [dag of maand] en eindigt op [dag of maand]. Wij kijken dan naar [wat wij nagaan]. Daarna beslist [wie beslist] of het blijft.

answer-template-self-with-support-done = Dank u voor uw bijdrage. De dienst [welke dienst] heeft ernaar gekeken. Wij gingen na [wat is onderzocht]. U doet het zelf, en de gemeente helpt: [waarmee wij helpen].
answer-template-self-with-support-coming = Uw vaste contact is [naam van de dienst, telefoon en adres]. De eerste stap is [de eerste stap], op [dag of maand].

answer-template-transferred-done = Dank u voor uw bijdrage. De dienst [welke dienst] heeft ernaar gekeken. Wij gingen na [wat is onderzocht]. U neemt deze taak over van de gemeente: [welke taak].
answer-template-transferred-coming = U krijgt daarvoor [geld, spullen of hulp]. Wij schrijven de afspraken samen op, op [dag of maand]. Uw vaste contact is [naam van de dienst, telefoon en adres].

answer-template-other-authority-done = Dank u voor uw bijdrage. De gemeente beslist hier niet over. Dat doet [welk bestuur]. Wij gaven daar door: [wat wij doorgaven, en wanneer].
answer-template-other-authority-why-not = De gemeente mag dit niet zelf doen. De reden is: [welke regel of afspraak, in gewone woorden]. Dit doen wij wel: [wat de gemeente doet].
answer-template-other-authority-coming = U kunt zelf vragen hoe het ermee staat, bij [naam van het bestuur, telefoon en adres].

answer-template-out-of-scope-done = Dank u voor uw bijdrage. Wij hebben haar gelezen. Ze gaat over iets anders dan dit project. Daarom bewaren wij haar bij het thema [welk thema].
answer-template-out-of-scope-why-not = Dit project gaat over [waarover het project gaat]. In de afspraken staat wat er niet bij hoort: [wat er niet bij hoort].
answer-template-out-of-scope-coming = Begint er een project over dit thema, dan komt uw bijdrage weer op tafel. Moet het sneller, dan kunt u terecht bij [naam van de dienst, telefoon en adres].
