# Contributing: what residents read.

voice-step-of = Step { $step } of { $all }
voice-step-idea = What is your idea?
voice-step-where = What place is it about?
voice-step-photo = Would you like to add a photo?
voice-step-answer = How may we answer you?
voice-step-reach = Where should the answer go?
voice-step-check = Check everything and send
voice-next = Continue
voice-back = Back

voice-idea-intro = Write it the way you would say it. You need no account and you do not have to say who you are.
voice-title-label = Your idea in one sentence
voice-title-hint = For example: a bench at the bus stop. At most 150 characters.
voice-body-label = Your idea in your own words
voice-body-hint = What would you change, and why? Leave out names, phone numbers and addresses. At most 6000 characters.
voice-idea-language-label = Which language are you writing in?
voice-idea-language-hint = Any language is fine.

voice-where-intro = Fill in what you know. If it is about the whole municipality, just continue.
voice-area-label = District or neighbourhood
voice-street-label = Street
voice-street-hint = Only the name of the street. Leave out your own house number.
voice-place-label = The place in words
voice-place-hint = For example: behind the school.
voice-map-title = Or point to the place on the map
voice-map-hint = Click or tap on the map. If you cannot see the map or point at it, choose the neighbourhood above: that is just as good.
voice-map-alt = Map of the neighbourhoods. Press on the place it is about.
voice-point-chosen = Place marked on the map
voice-nowhere = No place filled in

voice-photo-intro = A photo is not needed. Leave out people and number plates that can be recognised. We remove where and when the photo was taken.
voice-photo-label = Choose a photo
voice-photo-hint = A JPEG or PNG file of at most 8 MB. At most three photos.
voice-photo-add = Add this photo
voice-photo-nth = Photo { $number }
voice-photo-words-label = What does photo { $number } show?
voice-photo-drop = Remove photo { $number }
voice-photo-count = { $count ->
    [0] No photo
    [one] 1 photo
   *[other] { $count } photos
}
voice-photo-empty = The file is empty. Choose another photo.
voice-photo-too-large = The photo is larger than 8 MB. Choose a smaller one, or continue without a photo.
voice-photo-kind = This is not a JPEG or PNG photo. Choose another file, or continue without a photo.
voice-photo-pixels = The photo is too big to read. Make it smaller, or continue without a photo.
voice-photo-damaged = The photo is damaged or did not arrive completely. Try again, or choose another photo.
voice-photo-too-many = There are three photos already. Remove one first.
voice-photo-sent = This idea has been sent already. No photo can be added any more.
voice-photo-gone = A photo is no longer kept, because it waited for more than a day. Choose it again, or continue without a photo.
voice-photo-words-long = The description of a photo is too long. Make it shorter.

voice-answer-intro = We always publish the answer on this website. Would you like to receive it personally as well?
voice-answer-by-label = How would you like to receive the answer?
voice-answer-by-hint = We use this only to answer you or to ask you something about your idea.
voice-answer-none = Not personally: I will look on the website
voice-answer-mail = By e-mail
voice-answer-letter = By letter
voice-answer-phone = By telephone
voice-answer-intermediary = Through an organisation that knows me
voice-reach-mail = To which e-mail address may we send the answer?
voice-reach-letter = To which address may we send the letter?
voice-reach-phone = On which number may we call you?
voice-reach-intermediary = Which organisation will bring you the answer? The municipality need not know who you are.
voice-reach-kept = We keep this apart from your idea. Nobody sees it on the website. Whoever looks at it at the municipality is recorded.
voice-name-label = Your name
voice-mail-label = Your e-mail address
voice-phone-label = Your telephone number
voice-phone-hint = For example 0470 12 34 56.
voice-phone-wrong = This does not look like a telephone number. Write digits only, such as 0470 12 34 56.
voice-address-label = Street, number, postcode and town
voice-address-hint = As on an envelope.
voice-organisation-label = Which organisation?
voice-pseudonym-label = By what name do they know you?
voice-pseudonym-hint = It may be a made-up name.
voice-updates-label = Also e-mail me when something happens with my idea in between.
voice-updates-hint = You can cancel this at any time.

voice-check-yours = This is what you send
voice-check-where = Where
voice-check-photos = Photos
voice-check-answer = Answer
voice-change-idea = Change the idea
voice-change-where = Change the place
voice-change-photo = Change the photos
voice-change-answer = Change the answer
voice-private-title = We found something personal in your text
voice-private-text = Your words become public. You do not need this to be heard:
voice-alike-title = Is this what you mean?
voice-alike-text = Others have sent something like it. You may simply send yours: every idea counts and gets its own answer.
voice-send-title = Sending
voice-send-text = First somebody from the municipality checks that nothing personal is in it. After that everybody can read and follow your idea. Your name and address are never shown.
voice-send-rules = Read the ground rules
voice-private-label = Do not put my words on the website.
voice-private-hint = The municipality does read your idea, and you do get an answer.
voice-send = Send my idea
voice-sent-before = You already sent an idea with this form: number { $number }. To send this as a second idea, choose “Send my idea” once more. Photos have to be chosen again.
voice-paper-instead = Rather on paper?
voice-paper-link = Print the form

voice-closed-title = You cannot send an idea now
voice-closed-text = The municipality is not asking for ideas for this project now. The page of the project says why, and what happens next.
voice-closed-words = Your words
voice-closed-words-text = We could no longer accept this. Keep your text, or call or write to the municipality.
voice-closed-process = To the page of the project

voice-receipt-title = We have received your idea
voice-receipt-thanks = Thank you. Keep this receipt: print it, take a photo of it or copy the codes.
voice-receipt-number = Number of your idea
voice-receipt-code = Secret code
voice-receipt-code-text = Anybody can follow your idea with the number. Only with the secret code can you reply or withdraw your idea. We cannot show the code again later.
voice-receipt-no-code = This idea had been received before. The secret code is on your first receipt; we do not keep it in readable form and cannot show it again.
voice-receipt-address = Follow your idea at
voice-receipt-qr = QR code with the address at which you follow your idea
voice-receipt-next = What happens now?
voice-receipt-next-check = Somebody checks that nothing personal is in it. Then your idea appears on the website.
voice-receipt-next-private = Your words will not be on the website. You can follow the number and the way of your idea.
voice-receipt-next-department = We look for the department that deals with it. You can always see who has it and until when.
voice-receipt-answer-none = You will find the answer on the website, under the number of your idea.
voice-receipt-answer-mail = You will get the answer by e-mail, and it will be on the website.
voice-receipt-answer-letter = You will get the answer by letter, and it will be on the website.
voice-receipt-answer-phone = We will call you with the answer, and it will be on the website.
voice-receipt-answer-intermediary = The organisation you chose will bring you the answer, and it will be on the website.
voice-receipt-print = You can print this page.
voice-receipt-withdraw = Withdraw my idea
voice-receipt-gone-title = There is no receipt here any more
voice-receipt-gone-text = A receipt stays here for a quarter of an hour. If you have the number of your idea, you can follow it.
voice-receipt-follow = Follow an idea by its number

voice-kiosk-intro = On this screen you can leave an idea for the municipality. You need no account.
voice-kiosk-begin = Begin
voice-kiosk-wiped = What you type here is wiped as soon as you have finished.
voice-kiosk-wipe = Wipe everything and start again
voice-kiosk-soon = This screen starts again in { $seconds } seconds. First copy your codes or take a photo of them.
voice-kiosk-done = I have my codes: wipe the screen
voice-kiosk-longer = I need more time

voice-list-title = What people contributed
voice-list-count = { $shown ->
    [one] You can read 1 contribution.
   *[other] You can read { $shown } contributions.
} { $waiting ->
    [0] { "" }
    [one] We are still checking 1 contribution.
   *[other] We are still checking { $waiting } contributions.
} { $withdrawn ->
    [0] { "" }
    [one] 1 contribution was withdrawn.
   *[other] { $withdrawn } contributions were withdrawn.
}
voice-list-kept-back = { $count ->
    [one] We do not show 1 contribution: see the ground rules.
   *[other] We do not show { $count } contributions: see the ground rules.
}
voice-list-heading = Contributions
voice-list-empty = There is nothing to read yet.
voice-list-found = { $count ->
    [one] Found 1 contribution with “{ $words }”.
   *[other] Found { $count } contributions with “{ $words }”.
}
voice-list-none-found = Nothing found. Try another word.
voice-list-add = Contribute something too
voice-search-label = Search the contributions
voice-search = Search
voice-since = since { $day }
voice-came = { $channel }, { $day }
voice-masked = The municipality replaced something personal by words in brackets.
voice-unsaid-waiting = Somebody from the municipality is still checking these words. After that you can read them here.
voice-unsaid-withdrawn = The author withdrew this contribution.
voice-unsaid-kept-back = We do not show these words. The municipality does deal with the contribution. Ground rule: { $rule }. { $reason }
voice-mask-name = [name]
voice-mask-phone = [phone number]
voice-mask-mail = [e-mail address]
voice-mask-address = [address]
voice-mask-number = [personal number]
voice-mask-iban = [account number]
voice-mask-words = [personal]
voice-found-national-number = a Belgian national number
voice-found-bsn = a Dutch citizen service number
voice-found-iban = an account number
voice-found-mail = an e-mail address
voice-found-phone = a phone number
voice-found-address = an address
voice-found-name = a name

voice-withdraw-title = Withdraw contribution { $number }
voice-withdraw-intro = You may withdraw your contribution at any time. You do not have to say why. The website will then only say that it was withdrawn.
voice-code-label = Secret code of your receipt
voice-code-hint = Sixteen characters in four groups. Capitals and dashes do not matter.
voice-code-shape = This is not a secret code: it has sixteen characters. Look at your receipt.
voice-code-wrong = This code does not belong to this contribution. Check that number and code are on the same receipt.
voice-erasure-label = What should happen to your words?
voice-erasure-hide = Show them no more, but keep them until the municipality has accounted for what it did with them
voice-erasure-words = Erase them at once, with photos and place
voice-forget-label = Erase your contact details as well?
voice-forget-hint = Then type the e-mail address, the telephone number or the address that you gave. You can also do this at the counter. We then also erase the words of all your contributions under those details.
voice-reach-wrong = This is not what you gave us then. Leave this empty, or come to the counter.
voice-withdraw = Withdraw my contribution
voice-withdraw-lost = Have you lost the code? Call us or drop in: it can be done at the counter too.
voice-withdraw-done = This contribution was withdrawn.
voice-withdraw-page = To the page of the contribution
voice-withdrawn-notice = Your contribution was withdrawn.
voice-fault-withdrawn = This contribution was withdrawn.
voice-fault-no-comments = You cannot reply to this contribution now.

voice-comments-title = Replies to contribution { $number }
voice-comments-none = There are no replies yet.
voice-comment-title = Write a reply
voice-comment-intro = A moderator reads your reply first. You need no account and your name is not shown.
voice-comment-label = Your reply
voice-comment-hint = At most 1500 characters.
voice-comment-send = Send my reply
voice-comment-notice = We have received your reply.
voice-comment-received = Your reply has number { $number }. Under that number this page will show whether it was posted, or why not.
voice-comment-refused = Not posted. Ground rule: { $rule }. Reason:

voice-rules-title = Ground rules
voice-rules-intro = Everybody may take part, also who is angry. We change nothing in what you say. These rules hold for ideas, photos and replies.
voice-rules-checked-title = Who checks, and what for?
voice-rules-checked = A person from the municipality reads everything before it appears on the website. Names, phone numbers, addresses and other personal details are replaced by words in brackets. A program helps to find them; it decides nothing.
voice-rules-list-title = What we do not show
voice-rules-travels-title = What happens then
voice-rules-travels = You can always read under which rule and why. An idea that we do not show is still dealt with, and you get an answer.
voice-rules-against-title = Do you disagree?
voice-rules-against = Call, write or drop in. Somebody other than the moderator will look at it again.
voice-rule-insult = Insults or threats
voice-rule-insult-explained = Words that abuse, humiliate or frighten somebody. Criticism of the municipality is always allowed.
voice-rule-hatred = Hatred or discrimination
voice-rule-hatred-explained = Words that put people down for their origin, faith, sex, orientation, age or disability.
voice-rule-private = About somebody else’s life
voice-rule-private-explained = What you tell about somebody that concerns that person alone.
voice-rule-advertising = Advertising
voice-rule-advertising-explained = Words that sell something, or that ask votes for a party.
voice-rule-unlawful = Against the law
voice-rule-unlawful-explained = What may not be public by law, or what is not yours.
voice-rule-wish = At the author’s request
voice-rule-wish-explained = The author asked not to show the words.

voice-paper-title = Form on paper
voice-paper-print = Print this page on A4. The form asks the same as the website.
voice-paper-question = The municipality asks:
voice-paper-fixed = This is fixed already:
voice-paper-hand-in = Hand in this form or send it to:
voice-paper-before = Do so before { $day } is over.
voice-paper-photo = Staple the photo to this sheet.
voice-paper-rules = The ground rules hang at the counter.
voice-paper-receipt = You get a receipt with a number and a secret code: at once at the counter, or by the way you chose above.
voice-paper-online = You can also use the website:
voice-paper-staff = To be filled in by whoever receives it:
voice-paper-staff-fields = received on … / number … / batch … / read back yes – no

voice-mail-received-subject = We have received your idea: { $number }
voice-mail-received-text =
    Thank you. Your idea has number { $number }.

    You can follow it at { $address }. There you can always see who has it and until when. We will also send you the answer by e-mail.

    The secret code with which you can reply or withdraw was on your receipt. We do not send it by e-mail.

    { $municipality }
voice-mail-kept-back-subject = We do not show your idea { $number } on the website
voice-mail-kept-back-text =
    The words of your idea { $number } are not on the website. The municipality does deal with your idea, and you will get an answer.

    Ground rule: { $rule }
    Reason: { $reason }

    Do you disagree? Call, write or drop in. Somebody else will look at it again. You can follow your idea at { $address }.

    { $municipality }

voice-translation-in = Translation: { $language }
voice-translation-by-human = Translated by a person, at the request of the municipality. What the author wrote stands above it.
voice-translation-by-machine = Translated by a machine, at the request of the municipality. There may be mistakes in it. What the author wrote stands above it.
voice-fault-not-public = These words are not public, or they are in that language already. They cannot be translated.
