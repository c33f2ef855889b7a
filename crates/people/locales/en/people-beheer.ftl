### Your data, and accessibility: the pages that every municipality has.

people-column-what = What
people-column-why = What for
people-column-basis = On which ground
people-column-term = How long
people-column-seen = Who sees it
people-article = (GDPR article { $article })

people-basis-public-task = Task of public interest: taking part in what the municipality decides
people-basis-legal-obligation = Legal obligation
people-basis-consent = Your consent

people-term-hours = { $count ->
    [one] One hour
   *[other] { $count } hours
}
people-term-days = { $count ->
    [one] One day
   *[other] { $count } days
}
people-term-account = As long as the account exists
people-term-after-answer = Until you ask to erase it, and at most { $count } days after the answer. Do you withdraw your contribution, or does no answer come? Then at most { $count } days after you withdrew it or the project closed
people-term-until-sent = Until it has arrived at the municipality, or until you have it erased. After that only the number stays on the phone, until the round is closed
people-term-archive = For good, in the archive of the municipality, without who you are

people-seen-everybody = Everybody
people-seen-oneself = Yourself
people-seen-staff = Staff who need it for their work

people-kind-identity = Your name, mail address, telephone number and address, if you gave them
people-kind-identity-why = To answer you in the way you chose
people-kind-contribution = Your contribution, after somebody checked it
people-kind-contribution-why = To decide about it together and show what becomes of it
people-kind-unscreened-contribution = Your contribution, before somebody checked it
people-kind-unscreened-contribution-why = To check that it holds no names or numbers of people
people-kind-photo = Photos with your contribution, without hidden data such as place and device
people-kind-photo-why = To show what it is about
people-kind-telephone = What you said at the door or in the street, on the phone of the person who wrote it down
people-kind-telephone-why = To be able to listen where there is no network
people-kind-comment = What you wrote under somebody else’s contribution
people-kind-comment-why = To think about an idea together
people-kind-reaction = What you thought of the municipality’s answer
people-kind-reaction-why = To know whether the answer was clear and fair
people-kind-mail = Mails and letters to you
people-kind-mail-why = To know whether an answer arrived
people-kind-subscription = The mail address at which you want to get news
people-kind-subscription-why = To mail you what became of people’s input, for as long as you want that
people-kind-account = Name and mail address of staff and partners
people-kind-account-why = To know who may do what
people-kind-saved-view = The lists that a member of staff keeps under a name
people-kind-saved-view-why = To find work again quickly
people-kind-sign-in = When a member of staff signed in
people-kind-sign-in-why = To notice misuse of an account
people-kind-password-link = The link with which a member of staff chooses a new password
people-kind-password-link-why = To let somebody who forgot the password work again
people-kind-answer-code = What links a code to answers to questions
people-kind-answer-code-why = To lay answers before and after side by side. We do not keep the code itself. Researchers may read separate answers, without a name and without a code.
people-kind-kept-form = What a member of staff typed when the sign-in had passed
people-kind-kept-form-why = To lose nothing
people-kind-journal = Which step was taken when and in which role, without names and without texts
people-kind-journal-why = To be able to prove what happened to a contribution

people-privacy-title = Your data
people-privacy-lead = What { $name } keeps about you, why, how long, and what you can ask.
people-privacy-no-account = You need no account and no mail address to take part. You may also take part without a name.
people-privacy-apart = Who you are is kept apart from what you say. With your contribution stands only a number.
people-privacy-logged = Each time a member of staff looks who you are, we write down who looked and why.
people-privacy-no-third = This site asks nothing of others: no advertising, no tracking, no maps or fonts of another company.
people-privacy-cookies = We only set cookies that are needed to sign you in, to send a form and to remember your language.
people-privacy-kept-title = What we keep
people-privacy-rights-title = What you can ask
people-privacy-right-see = To see: you get everything we keep about you.
people-privacy-right-correct = To correct: we change what is not right.
people-privacy-right-erase = To erase: we erase who you are and what you wrote, in our copies too. The steps stay, without words and without a name.
people-privacy-right-object = To object: you say why we may not keep something, and we weigh that.
people-privacy-right-limit = To limit: we do nothing with it until a question is settled.
people-privacy-right-complain = To complain to the supervisor: the Data Protection Authority or the Flemish Supervisory Commission in Flanders, the Autoriteit Persoonsgegevens in the Netherlands.
people-privacy-how-title = How you do that
people-privacy-how-code = Did you get a follow code? With it you can withdraw your contribution yourself, on the page Follow.
people-privacy-how-desk = Would you rather come to the desk or call? Name the number of your contribution. We then ask your name and one other thing you told us, so that nobody else can ask this in your place.
people-privacy-how-partner = Did an organisation help you? It can ask for you. If that organisation keeps your name itself, we do not have it.
people-privacy-how-term = We answer within a month. It costs nothing.

people-accessibility-title = Accessibility
people-accessibility-lead = { $name } wants everybody to be able to take part, with or without a screen.
people-accessibility-state-title = How it is now
people-accessibility-state = This site was built to WCAG 2.2, level AA. No independent office has examined that yet. That is why we call the site partially conformant.
people-accessibility-keyboard = Everything works with the keyboard, and with a screen reader.
people-accessibility-script = Everything works without JavaScript.
people-accessibility-small = Everything fits on a screen 320 points wide and stays readable when enlarged.
people-accessibility-direction = Languages written from right to left stand from right to left.
people-accessibility-paper = Everything that can be done on the screen can be done on paper, by telephone and at the desk.
people-accessibility-not-title = What is not good yet
people-accessibility-not-photos = Photos by residents do not always have a description.
people-accessibility-not-translations = Some translations were made by a machine. It says so where they stand.
people-accessibility-how-title = How we check
people-accessibility-how = With each new version a program checks all kinds of pages, by keyboard, on a small screen and from right to left. That does not find everything. People find the rest.
people-accessibility-help-title = Does something not work?
people-accessibility-help = Let us know. Below you find how. We answer within five working days and help you in another way meanwhile.
people-accessibility-complain = Are you not content with our answer? Then you can go to the ombudsman.
