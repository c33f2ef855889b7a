# Contributing: what staff and intermediaries read.

voice-yes = Yes
voice-no = No
voice-intake-title = Record a contribution
voice-intake-intro = Write down what somebody told you or put on paper.
voice-intake-batch = Have you got a pile? Open a batch.
voice-intake-words = The author’s words
voice-intake-how = How it came in
voice-received-label = Received
voice-until-label = To be checked by
voice-read-back-label = Read back
voice-read-back-box = I have read it back and the author agrees
voice-read-back-hint = If that has not been possible yet, leave this empty.
voice-intake-reach = Fill in only what the chosen answer needs.
voice-intake-save = Save and show the receipt
voice-intake-save-next = Save and record the next one
voice-intake-plans = Show what is planned here
voice-intake-before = The previous one is saved
voice-intake-card = Write number and code on the card for the author.
voice-intake-print = Print the receipt
voice-intake-next = Record the next contribution
voice-batches-title = Batches
voice-batches-intro = A batch is a pile of forms or the notes of one occasion. What they have in common is filled in once.
voice-batch-new = Open a new batch
voice-batch-opened = The batch is open.
voice-batch-of = { $entered } of { $expected } recorded
voice-batch-entered = { $entered } recorded
voice-entered-label = Recorded
voice-expected-label = How many are there on paper?
voice-expected-hint = So that it shows when one gets lost.
voice-expected-wrong = Fill in a number from 1 to 10000, or leave this empty.
voice-sheets-title = Check paper
voice-sheets-all = All batches that are being checked
voice-sheets-intro = Lay each sheet beside what was typed. Whoever typed it does not check it. The contributions go on meanwhile.
voice-sheets-none = No paper waits for you here.
voice-sheets-checked-label = Checked
voice-sheets-counted = { $checked } of { $entered } checked
voice-sheets-waiting = { $count ->
    [one] One sheet waits
   *[other] { $count } sheets wait
}
voice-sheets-differ = On paper there should be { $expected }. { $entered } were recorded. Find out where the difference lies.
voice-sheets-differ-link = Open the batch where the sheets are typed
voice-sheets-own = { $count ->
    [one] You typed one sheet yourself. Somebody else checks it.
   *[other] You typed { $count } sheets yourself. Somebody else checks them.
}
voice-sheets-desk = { $count ->
    [one] One sheet of paper waits for a second person to check it.
   *[other] { $count } sheets of paper wait for a second person to check them.
}
voice-sheets-desk-link = Check the paper
voice-sheet-name = Sheet { $place }, contribution { $number }
voice-sheet-hint = Does the paper say something else? Correct it here. What stood there first is kept. If the words were on the website already, somebody looks at them again before everybody can read them.
voice-sheet-title-label = The idea in one sentence, as on the paper
voice-sheet-title-missing = Write the idea in one sentence, as on the paper.
voice-sheet-body-label = The words, as on the paper
voice-sheet-body-missing = Copy the words that stand on the paper.
voice-sheet-save = This is what the paper says
voice-sheet-later = Leave this sheet for later
voice-sheet-same = The sheet is checked: it was right.
voice-sheet-corrected = The sheet is checked and corrected.
voice-sheet-own = You typed this sheet yourself. Somebody else checks it.
voice-sheet-divided = This contribution was divided. Put the parts together first.
voice-sheet-passed = Somebody else checked this sheet meanwhile, or the author withdrew the contribution. What you typed was not kept. It stands below.
voice-sheet-next = To the next sheet

voice-privacy-list-title = Check before publication
voice-privacy-list-intro = These words are not on the website yet. The longest waiting comes first.
voice-privacy-list-empty = Everything has been checked.
voice-privacy-list-none = There is nothing here.
voice-lists-label = Which contributions?
voice-state-waiting = Still to check
voice-state-shown = On the website
voice-state-kept-back = Not shown
voice-found-label = Possibly found
voice-late = late
voice-privacy-title = Check contribution { $number }
voice-privacy-intro = Read the words. Replace what points to a person, and publish. You change nothing else in the text.
voice-privacy-changed = The words were corrected meanwhile. Read them again.
voice-privacy-words = The author’s words
voice-privacy-show = Publish
voice-privacy-nothing-found = The program found nothing personal. Read it yourself all the same.
voice-privacy-wish = The author does not want these words on the website.
voice-mask-box = { $kind }: { $words }
voice-mask-title-label = Replace in the title
voice-mask-body-label = Replace in the text
voice-mask-words-label = Replace other words too
voice-mask-words-hint = One per line, exactly as they stand in the text.
voice-mask-words-absent = “{ $words }” is not in the text. Write it exactly as it stands there.
voice-show-photo-label = Photos
voice-show-photo-hint = Tick a photo only if nobody can be recognised on it.
voice-show-photo = Show photo { $number } on the website
voice-privacy-publish = Publish these words
voice-privacy-keep-title = Do not show
voice-privacy-keep-text = Only under a ground rule, and with a reason that the author can read. The contribution goes on.
voice-privacy-keep = Do not show these words
voice-privacy-shown = The words are on the website.
voice-privacy-kept-back = The words are not shown. The contribution goes on.
voice-before-shown = These words are on the website now. What you choose here takes its place.
voice-before-kept-back = These words are not shown now. What you choose here takes its place.
voice-rule-label = Ground rule
voice-reason-label = Reason for the author
voice-reason-hint = In plain words. This is shown on the page of the contribution, so do not repeat what it said.
voice-to-dossier = To the dossier

voice-comment-desk-title = Check replies
voice-comment-desk-intro = Post a reply, or refuse it under a ground rule with a reason. The reason is shown on the website.
voice-comment-desk-empty = No replies are waiting.
voice-comment-place = Post this reply
voice-comment-refuse = Refuse this reply
voice-comment-placed = The reply is posted.
voice-comment-refused-notice = The reply is refused. The reason is on the website.

voice-desk-withdraw-title = The author withdraws the contribution
voice-desk-withdraw-text = Only when the author asks, at the counter, on the telephone or through the organisation that helped. Contact details are erased on the page for erasing personal data.
voice-proof-label = How do you know that it is the author?
voice-proof-receipt = The receipt with the secret code was shown
voice-proof-known = I know the author, or the organisation that helped does
voice-desk-withdraw = Withdraw for the author
voice-withdrawn-for-author = The contribution was withdrawn.

voice-translations-title = Translations of contribution { $number }
voice-translations-intro = A translation stands on the public page beside the words of the author. Those always stay first. When what is on the website changes, the translation goes.
voice-translations-link = Translate this contribution
voice-translation-add = Add a translation
voice-translation-language-label = Into which language?
voice-translation-language-hint = If there is a translation into that language already, this one takes its place.
voice-translation-title-label = Title in that language
voice-translation-body-label = Text in that language
voice-translation-body-hint = Translate what is on the website. Leave out what is left out there.
voice-translation-origin-label = Who translated?
voice-translation-origin-human = A person
voice-translation-origin-machine = A machine
voice-translation-save = Keep the translation
voice-translation-saved = The translation is on the website.
voice-translation-remove = Remove the translation: { $language }
voice-translation-removed = The translation is gone.

voice-recall-link = Does somebody want to erase what is still on a phone?
voice-recall-title = Taking back what is still on a phone
voice-recall-intro = Somebody got a card at the door, and no longer wants the words to come in.
voice-recall-then = With the number on the card they never come in. The phone erases them as soon as it has a network again. Whoever recorded them can also erase them on the phone at once.
voice-recall-number-label = Number on the card
voice-recall-number-hint = For example: K7QM-3TPX.
voice-recall-number-unreadable = This is not a number of ours. Copy the eight signs on the card.
voice-recall-arrived = This contribution has arrived already. Withdraw it on its own page, or erase the person under Erasure.
voice-recall-do = Do not let this come in
voice-recall-done = This does not come in any more. The phone erases it at its next contact.
