### Aanmelden, en wat er staat als iets niet lukt.

people-sign-in-title = Aanmelden
people-sign-in-who = Aanmelden is er voor medewerkers en partners. Om mee te doen hebt u geen account nodig.
people-sign-in-kept = U was te lang weg, daarom moet u zich opnieuw aanmelden. Wat u typte, is bewaard. U krijgt het daarna terug.
people-mail-label = Mailadres
people-password-label = Wachtwoord
people-sign-in-button = Aanmelden
people-sign-in-forgot = Wachtwoord vergeten?
people-sign-in-wrong = Dit mailadres en dit wachtwoord horen niet bij elkaar. Probeer het opnieuw.
people-code-title = Uw code
people-code-label = Code van zes cijfers
people-code-hint = Open de app op uw telefoon en typ de code die u daar ziet.
people-code-wrong = Deze code klopt niet, of is al gebruikt. Wacht op de volgende code en typ die.
people-code-lost = Geen telefoon bij de hand of een nieuwe telefoon? Vraag de beheerder om uw tweede stap opnieuw in te stellen.
people-enrol-title = Tweede stap instellen
people-enrol-why = U ziet gegevens van bewoners. Daarom is een wachtwoord alleen niet genoeg. U stelt dit één keer in.
people-enrol-app = Installeer een app voor codes op uw telefoon, zoals FreeOTP of Aegis.
people-enrol-scan = Scan het plaatje hieronder met die app, of typ de sleutel over.
people-enrol-code = Typ de code die de app toont.
people-enrol-picture = QR-code met de sleutel voor uw app. De sleutel staat hieronder ook in letters.
people-enrol-secret = De sleutel in letters:
people-enrol-button = Instellen en aanmelden
people-enrol-there = U hebt al een tweede stap. Nieuwe telefoon? Vraag de beheerder om de oude stap weg te halen.
people-enrol-link = Een tweede stap instellen bij het aanmelden
people-sign-out-title = Afmelden
people-signed-out-title = U bent afgemeld
people-signed-out-text = Niemand kan op dit toestel nog verder met uw account.
people-signed-out-again = Opnieuw aanmelden

people-password-title = Wachtwoord veranderen
people-password-text = Kies een lange zin die u goed onthoudt. Op uw andere toestellen wordt u afgemeld.
people-password-old-label = Uw wachtwoord van nu
people-password-new-label = Nieuw wachtwoord
people-password-new-hint = Minstens twaalf tekens.
people-password-again-label = Nieuw wachtwoord, nog een keer
people-password-button = Verander mijn wachtwoord
people-password-done = Uw wachtwoord is veranderd.
people-password-old-wrong = Dit is niet uw wachtwoord van nu.
people-password-short = Dit wachtwoord is te kort. Neem minstens { $fewest } tekens.
people-password-long = Dit wachtwoord is te lang. Neem hoogstens { $most } tekens.
people-password-weak = Dit wachtwoord is te makkelijk te raden. Kies een ander.
people-password-differs = De twee nieuwe wachtwoorden zijn niet gelijk. Typ ze opnieuw.

people-forgotten-title = Wachtwoord vergeten
people-forgotten-text = Typ het mailadres waarmee u zich aanmeldt. U krijgt een mail met een link. Daarmee kiest u een nieuw wachtwoord.
people-forgotten-no-mail = Deze site verstuurt nu geen mail. Vraag de beheerder om een nieuw wachtwoord.
people-forgotten-button = Stuur mij een link
people-forgotten-no-computer = Kunt u niet bij uw mail? De beheerder kan u ook een nieuw wachtwoord geven.
people-forgotten-sent = Als dit mailadres bij een account hoort, krijgt u nu een mail. De link in die mail werkt één uur en één keer. Komt er niets? Kijk bij de ongewenste mail, of vraag de beheerder.
people-forgotten-passed = Deze link werkt niet meer. Hij is al gebruikt, of hij is ouder dan een uur. Vraag hieronder een nieuwe.
people-forgotten-new-title = Kies een nieuw wachtwoord
people-forgotten-new-text = Kies een lange zin die u goed onthoudt. Overal waar u nu aangemeld bent, wordt u afgemeld.
people-forgotten-done = Uw wachtwoord is veranderd. Meld u aan met het nieuwe.
people-forgotten-mail-subject = Een nieuw wachtwoord voor { $municipality }
people-forgotten-mail-text =
    Dag { $name },

    U vroeg om een nieuw wachtwoord. Kies het hier:

    { $link }

    De link werkt tot { $until } uur, en maar één keer.

    Vroeg u dit niet? Dan hoeft u niets te doen. Uw wachtwoord blijft wat het is.

    { $municipality }

people-kept-title = Wat u typte is bewaard
people-kept-text = U werd afgemeld terwijl u bezig was. Hieronder staat wat u typte. Kijk het na en verstuur het.
people-kept-files = { $count ->
    [one] Bij uw formulier zat één bestand. Dat bestand is niet bewaard. Voeg het later opnieuw toe.
   *[other] Bij uw formulier zaten { $count } bestanden. Die zijn niet bewaard. Voeg ze later opnieuw toe.
}
people-stale-text = Niets is verstuurd: dit formulier hoorde bij een vorig bezoek. Wat u typte staat hieronder. Kijk het na en verstuur het opnieuw.
people-kept-ticked = ja
people-kept-button = Verstuur dit
people-kept-throw = Gooi dit weg
people-kept-gone = Wat u typte is weggegooid.

people-fault-home = Naar de eerste bladzijde
people-fault-missing-title = Deze bladzijde is er niet
people-fault-missing-text = Misschien is het adres verkeerd getypt, of bestaat de bladzijde niet meer. Zoek verder vanaf de eerste bladzijde.
people-fault-host-title = Hier is niets
people-fault-host-text = Op dit adres is er geen gemeente. Kijk het adres na.
people-fault-forbidden-title = Dit mag u niet
people-fault-forbidden-text = Uw rol geeft hier geen recht op. Er is niets veranderd. Vraag de beheerder als u denkt dat dit niet klopt.
people-fault-token-title = Dit formulier is verlopen
people-fault-token-text = Er is niets verstuurd. Ga in uw browser een stap terug: wat u typte staat er nog. Laad de bladzijde opnieuw en verstuur het formulier nog een keer.
people-fault-sign-in-title = Meld u eerst aan
people-fault-sign-in-text = Meld u eerst aan.
people-fault-busy-title = Het is nu erg druk
people-fault-busy-text = Er is niets verstuurd. Ga een stap terug en probeer het over een minuut opnieuw.
people-fault-too-many-title = U probeerde het te vaak
people-fault-too-many-text = Wacht een minuut en probeer het opnieuw.
people-fault-too-large-title = Dit is te groot
people-fault-too-large-text = Er is niets bewaard. Ga een stap terug. Maak de tekst korter, of stuur kleinere of minder bestanden.
people-fault-unreadable-title = Dit kunnen wij niet lezen
people-fault-unreadable-text = Er is niets bewaard. Ga een stap terug en probeer het opnieuw.
people-fault-no-form = Wat er binnenkwam is geen formulier van deze site.
people-fault-no-text = In het formulier staan tekens die geen tekst zijn.
people-fault-not-now-title = Dit kan nu niet
people-fault-not-now-text = De zaak is intussen veranderd, of is nog niet zo ver. Er is niets bewaard. Laad de bladzijde opnieuw om te zien hoe het nu zit.
people-fault-broken-title = Er ging iets mis bij ons
people-fault-broken-text = Wij zien de fout in ons logboek. Er is niets bewaard. Probeer het later opnieuw, of bel ons.
