### الأجوبة، مسار المساهمة، وكيف نعمل.

answer-follow-title = تابع مساهمة
answer-follow-text = اكتب رقم مساهمتك. سترى أين هي الآن وماذا يحدث لها.
answer-follow-label = الرقم
answer-follow-hint = ثماني علامات، مثلاً K7QM-3TPX. تجده على إيصال الاستلام.
answer-follow-send = أظهر مسار هذه المساهمة
answer-follow-lost = هل ضاع الرقم؟ اتصل بنا أو زرنا. سنبحث عنه معك.
answer-follow-missing = اكتب رقم مساهمتك.
answer-follow-unlike = هذا ليس رقماً من أرقامنا. الرقم من ثماني علامات، مثلاً K7QM-3TPX.
answer-follow-unknown = لا نعرف هذا الرقم. تأكد منه على إيصال الاستلام.
answer-follow-code = هذا رمزك السري من ست عشرة علامة. لا تعطه لأحد. اكتب هنا الرقم من ثماني علامات.

answer-journey-title = مساهمة
answer-journey-of = المساهمة { $number }
answer-came = استُلمت في { $date }
answer-words = ماذا يقول صاحب المساهمة
answer-way = مسار هذه المساهمة
answer-now = أين هي الآن؟
answer-since = منذ { $date }
answer-has = هذه المساهمة لدى { $department }.
answer-asked = سُئلت { $department } أن تتولاها. لم تجب بعد.
answer-at-level = رُفعت هذه المساهمة إلى { $level }.
answer-team = هذه المساهمة لدى فريق المشاركة.
answer-team-name = فريق المشاركة
answer-until = تأتي الخطوة التالية في { $date } على الأكثر.
answer-was-until = كان يجب أن تأتي الخطوة التالية في { $date }.
answer-on-its-way = الجواب في طريقه إلى صاحب المساهمة.
answer-on-its-way-until = يصل في { $date } على الأكثر.
answer-review-asked = يطلب أن ينظر أحد في الأمر من جديد
answer-agenda-on = هي على جدول أعمال { $date }.
answer-react-until = يمكنك إبداء رأيك حتى { $date }. ويمكنك ذلك بعده أيضاً.
answer-still = هذه المساهمة متوقفة لدى { $place } منذ { $date }. { $why }.
answer-next = بعد ذلك: { $state }.
answer-together = { $count ->
    [one] تسير هذه المساهمة مع مساهمة أخرى. يحصل كل صاحب مساهمة على جوابه الخاص.
   *[other] تسير هذه المساهمة مع { $count } مساهمات أخرى. يحصل كل صاحب مساهمة على جوابه الخاص.
}
answer-together-title = مع مساهمات أخرى
answer-together-how = تصدر للجميع توصية واحدة وتعليل واحد. ويقرأ كل صاحب مساهمة في جوابه الخاص ما الذي حدث لكلماته.
answer-together-contest = هل تتحدث مساهمتك عن أمر آخر؟ اطلب معالجتها وحدها.
answer-differs = تقول هذه المساهمة شيئًا مختلفًا عن معظم هذه المجموعة:
answer-question-open = هناك سؤال لصاحب المساهمة.
answer-question-link = هل هو أنت؟ أجب عن السؤال.
answer-explanation = آخر توضيح
answer-elsewhere = إلى أين يمكنك التوجه الآن
answer-elsewhere-to = هذا من اختصاص { $place }. يمكنك الوصول إليهم هكذا:
answer-explanation-before = توضيحات سابقة
answer-frames = هل هو ممكن ومسموح؟
answer-across = بين الإدارات
answer-across-table = على الطاولة في { $date }: { $who }.
answer-across-absent = { $department } (لم تحضر)
answer-across-means = { $date }: طُلب { $what } من { $who }. { $status }
answer-across-people = أشخاص أو وقت
answer-across-open = لا جواب بعد.
answer-across-queued = في قائمة انتظار الميزانية حتى { $date }.
answer-across-committed = تم التعهد به.
answer-across-refused = لم يتم التعهد به.
answer-across-level = عُرض على { $level } في { $date }.
answer-across-values = { $date }، { $who }: تتعارض هنا { $values }. { $choice }
answer-across-chosen = تم اختيار: { $strategy }.
answer-across-not-chosen = لم يتم الاختيار بعد.
answer-across-defends = تدافع { $department } عن { $value }.
answer-across-objection = لدى { $who } اعتراض منذ { $date }: { $what }. { $status }
answer-across-objection-open = لم يُبتّ فيه بعد.
answer-across-consult = سُئلت { $who } عن رأيها في { $date }. { $status }
answer-across-consult-open = لم يُستمع إليها بعد.
answer-across-overtaken = اتُّخذ قرار في { $date } قبل معالجة هذه المساهمة. { $status }
answer-across-overtaken-open = يراجع مراقب المسار كيف حدث ذلك.
answer-across-ended = { $ending }، { $date }.
answer-across-asked = موضوع الأمر
answer-across-conflict = ما الذي يتعارض
answer-across-options = الخيارات الممكنة
answer-across-outcome = ما نتج عنه
answer-across-reviewed = ما تبيّن لاحقًا
answer-advice = بماذا توصي الإدارة
answer-advice-of = { $verdict }. توصية { $department }، { $date }.
answer-advice-condition = ما الذي يجب أن يتغيّر
answer-advice-words = التوصية
answer-advice-motive = لماذا
answer-decision = القرار
answer-decided-by = { $outcome }. قرره { $body } في { $date }.
answer-decided-until = حتى { $date }.
answer-deviation = لماذا يختلف عن التوصية
answer-decision-published = اقرأ القرار المنشور
answer-answer = جواب البلدية
answer-published-on = نُشر في { $date }
answer-earlier = جواب سابق، من { $date }
answer-withdrawn = سحب صاحب المساهمة مساهمته. لم نعد نعرض كلماتها.
answer-comments = اقرأ التعليقات أو اكتب تعليقاً
answer-withdraw = هل هذه مساهمتك؟ يمكنك سحبها

answer-part-own = ماذا حدث لكلماتك
answer-part-done = ماذا فعلنا بها
answer-part-criterion = ما الذي حسم الأمر
answer-part-why-not = لماذا لا
answer-part-coming = ماذا يأتي الآن

answer-reaction = ما رأيك في الجواب؟
answer-reaction-text = هل هذه مساهمتك؟ قل لنا هل تفهم الجواب وهل سار الأمر بعدل. يمكنك ذلك حتى إن لم توافق على القرار. لا نعرض رأيك على الموقع.
answer-reaction-understood = هل تفهم الجواب؟
answer-reaction-understood-yes = نعم، أفهمه
answer-reaction-understood-no = لا، لا أفهمه
answer-reaction-fair = هل سار الأمر بعدل؟
answer-reaction-fair-yes = نعم
answer-reaction-fair-no = لا
answer-reaction-review = أطلب أن ينظر أحد في الأمر من جديد
answer-reaction-review-hint = يقرأ حارس المسار طلبك. وسيُذكر في هذه الصفحة أنك طلبت ذلك.
answer-reaction-words = هل تريد أن تضيف شيئاً؟
answer-reaction-words-hint = لا يقرأ هذا إلا الموظفون.
answer-review-not = في { $date } طلب صاحب المساهمة أن ننظر فيها من جديد. لن نفعل ذلك. وهذا هو السبب:
answer-reaction-link = قل رأيك فيه
answer-reaction-none = لا جواب عن هذه المساهمة بعد. عندما يأتي الجواب يمكنك أن تقول رأيك فيه هنا.
answer-reaction-send = أرسل رأيي
answer-reaction-empty = أجب عن أحد الأسئلة أو اكتب شيئاً.
answer-reaction-done = شكراً لك. وصلنا رأيك.
answer-code-label = رمزك السري
answer-code-hint = ست عشرة علامة. الرمز على إيصال الاستلام، تحت الرقم.
answer-code-missing = اكتب رمزك السري. هكذا نعرف أن هذه مساهمتك.
answer-code-unlike = هذا ليس رمزاً من رموزنا. الرمز من ست عشرة علامة.
answer-code-wrong = هذا الرمز لا يخص هذه المساهمة. تأكد منه على إيصال الاستلام.

answer-list-title = ماذا حدث لها؟
answer-list-text = هنا كل جواب قدمناه. حتى عندما كان الجواب لا.
answer-list-process = المشروع
answer-list-area = الحي
answer-list-filter = أظهر هذه الأجوبة
answer-list-empty = لا أجوبة هنا بعد.

answer-doing-title = كيف نعمل؟
answer-doing-link = اقرأ كيف نعمل
answer-share = أُجيب عن { $answered } من { $received } مساهمة ({ $share }).
answer-share-median = { $days ->
    [one] انتظرت المساهمة الوسطى يوماً واحداً حتى الجواب.
   *[other] انتظرت المساهمة الوسطى { $days } يوماً حتى الجواب.
}
answer-share-stranded = { $count ->
    [0] لا شيء متوقف.
    [one] مساهمة واحدة متوقفة.
   *[other] { $count } مساهمات متوقفة.
}

answer-mail-subject = جواب عن مساهمتك { $number }
answer-letter-greeting = تحية طيبة،
answer-letter-about = قدمت لنا هذه المساهمة: «{ $title }» (الرقم { $number }). هذا جوابنا.
answer-letter-about-number = قدمت لنا مساهمة برقم { $number }. هذا جوابنا.
answer-letter-outcome = القرار: { $outcome }.
answer-carried-outcome = القرار
answer-letter-react = تجد مسار مساهمتك كاملاً على { $address }. هناك يمكنك أيضاً أن تقول رأيك في هذا الجواب.
answer-letter-logo = شعار { $name }
answer-letter-qr = رمز للمسح: { $address }
answer-letter-code = للرد استخدم الرمز السري الموجود على إيصالك. نحن لا نحفظ هذا الرمز. هل فقدته؟ اتصل بنا أو زرنا.
answer-letter-contact = هل لديك أسئلة؟ اتصل على { $phone } أو زرنا: { $place }.
answer-notice-about = قدمت لنا هذه المساهمة: «{ $title }» (الرقم { $number }). لدينا ما نخبرك به عنها.
answer-notice-about-number = قدمت لنا مساهمة برقم { $number }. لدينا ما نخبرك به عنها.
answer-notice-more = تجد مسار مساهمتك كاملاً على { $address }.

answer-fault-not-now = هذا غير ممكن الآن. الملف تقدّم أكثر أو لم يصل بعد. لم يتغير شيء.
answer-fault-incomplete = الجواب غير كامل. لم يُنشر شيء.
answer-fault-superseded = هناك جواب أحدث. لم يعد هذا الجواب بحاجة إلى التوصيل.
answer-delivery-reason-missing = اكتب لماذا لم يصل الجواب.

# النشرة: ماذا حدث لها
answer-bulletin-title = ماذا حدث لها
answer-bulletin-heading = ماذا حدث لها في { $month }
answer-bulletin-month = { $month } { $year }
answer-bulletin-feed = ماذا حدث لها – { $scope }
answer-bulletin-lead = ما فعلته البلدية هذا الشهر بما قدّمه الناس، حتى حين كان الجواب لا.
answer-bulletin-lead-now = ما فعلته البلدية حتى الآن هذا الشهر بما قدّمه الناس، حتى حين كان الجواب لا، وما هو متوقف أيضًا.
answer-bulletin-subscribe = استلم هذه النشرة بالبريد
answer-bulletin-answered-title = تم الرد عليها
answer-bulletin-answered-none = لم يتلقَّ أحد ردًّا هذا الشهر.
answer-bulletin-decided-title = تقرّر أمرها والرد آتٍ
answer-bulletin-decided-none = لم يتقرّر هذا الشهر شيء ما زال ينتظر الرد.
answer-bulletin-realised-title = نُفّذت
answer-bulletin-realised-none = لم يُنفَّذ شيء هذا الشهر.
answer-bulletin-still-title = متوقفة الآن
answer-bulletin-still-none = لا شيء متوقف.
answer-bulletin-waits = تقرّر أمرها في { $date }. صاحبها ما زال ينتظر الرد.
answer-bulletin-decided = تقرّر أمرها في { $date }.
answer-bulletin-realised-author = إنها موجودة. أكّد ذلك أحد أصحابها في { $date }.
answer-bulletin-realised-manager = إنها موجودة. أكّد ذلك مدير الحي في { $date }.
answer-bulletin-integrated = فُحصت من جديد في { $date }: ما زالت تعمل.
answer-bulletin-still = متوقفة لدى { $place } منذ { $date }.
answer-bulletin-number = الرقم { $number }
answer-bulletin-together = { $count ->
    [one] مساهمة واحدة
    [two] مساهمتان معًا
    [few] { $count } مساهمات معًا
   *[other] { $count } مساهمة معًا
}
answer-bulletin-more = { $count ->
    [one] مساهمة أخرى واحدة. انظر كل الردود.
    [two] مساهمتان أخريان. انظر كل الردود.
    [few] { $count } مساهمات أخرى. انظر كل الردود.
   *[other] { $count } مساهمة أخرى. انظر كل الردود.
}
answer-bulletin-numbers = الشهر بالأرقام
answer-bulletin-what = ماذا
answer-bulletin-part = العدد
answer-bulletin-whole = من
answer-bulletin-received = المساهمات التي وصلت
answer-bulletin-answered = الردود التي قدّمناها
answer-bulletin-yes = الردود: نعم
answer-bulletin-partly = الردود: نعم جزئيًا
answer-bulletin-no = الردود: لا، أو ليس من شأننا
answer-bulletin-deferred = الردود: لاحقًا
answer-bulletin-decisions = القرارات
answer-bulletin-realised = نُفّذت
answer-bulletin-withdrawn = سحبها أصحابها
answer-bulletin-still-now = متوقفة اليوم
answer-bulletin-still-then = لا نحفظ ما كان متوقفًا في نهاية شهر سابق.
answer-bulletin-newest = انظر ما هو متوقف الآن
answer-bulletin-months = أشهر أخرى
answer-bulletin-earlier = الشهر السابق
answer-bulletin-later = الشهر التالي
answer-bulletin-choose = اختر مشروعًا أو حيًّا أو شهرًا
answer-bulletin-month-label = الشهر
answer-bulletin-show = أظهر هذه النشرة
answer-bulletin-print = للوحة الإعلانات: اطبع هذه الصفحة. تختفي الأزرار والقوائم ويظهر في الأسفل رمز للمسح.
answer-bulletin-feed-link = تابع بقارئ الخلاصات (Atom)
answer-bulletin-board = اقرأ هذه النشرة على هاتفك:

# الأخبار بالبريد
answer-subscribe-title = اعرف بالبريد ماذا حدث لها
answer-subscribe-text = تصلك رسالة واحدة في الأسبوع على الأكثر، وفقط إذا حدث شيء.
answer-subscribe-mail = عنوان بريدك
answer-subscribe-mail-hint = تصلك أولًا رسالة فيها رابط. لا يبدأ الأمر إلا حين تفتحه وتؤكد.
answer-subscribe-send = أرسلوا إلي رسالة التأكيد
answer-subscribe-missing = اكتب عنوان بريدك.
answer-subscribe-sent = انظر في صندوق بريدك. أرسلنا رسالة فيها رابط إلى العنوان الذي كتبته.
answer-subscribe-kept = لا نحفظ إلا عنوان بريدك، لمدة سنة. يمكنك التوقف دائمًا، وعندها نمحوه فورًا.
answer-subscribe-privacy = اقرأ ما نحفظه
answer-subscribe-confirm-subject = أكّد: أخبار { $municipality }
answer-subscribe-confirm-text =
    مرحبًا،

    طلب أحد أن يعرف على هذا العنوان ماذا يحدث لما يقدّمه الناس: { $scope }.

    هل تريد ذلك؟ افتح هذا الرابط وأكّد:
    { $link }

    لم تكن أنت؟ إذن لا تفعل شيئًا. بعد { $days } أيام نمحو هذا العنوان.

    { $municipality }
answer-subscribe-known-subject = تصلك هذه الأخبار من قبل: { $municipality }
answer-subscribe-known-text =
    مرحبًا،

    طلب أحد أن يعرف على هذا العنوان ماذا يحدث لما يقدّمه الناس: { $scope }. هذه الأخبار تصلك من قبل.

    التمديد أو التوقف هنا:
    { $link }

    { $municipality }
answer-subscription-title = الأخبار بالبريد
answer-subscription-asked = هل تريد أن تعرف بالبريد ماذا يحدث لما يقدّمه الناس: { $scope }؟
answer-subscription-confirm = نعم، راسلوني
answer-subscription-not-you = لم تطلب هذا؟
answer-subscription-forget = امحُ عنواني
answer-subscription-runs = تعرف بالبريد ماذا يحدث: { $scope }. يستمر هذا حتى { $date }.
answer-subscription-stop = توقف وامحُ عنواني
answer-subscription-prolong-text = يمكنك تمديده حتى { $date }.
answer-subscription-prolong = مدّد
answer-subscription-confirmed = تم. تصلك رسالة حين يحدث شيء.
answer-subscription-stopped = لن تصلك رسائل بعد الآن. مُحي عنوانك.
answer-news-subject = ماذا حدث لها: { $scope }
answer-news-intro = هذا ما حدث منذ { $date } لما قدّمه الناس: { $scope }.
answer-news-more = { $count ->
    [one] وواحدة أخرى. اقرأ كل شيء: { $address }
   *[other] و{ $count } أخرى. اقرأ كل شيء: { $address }
}
answer-news-all = اقرأ النشرة كلها: { $address }
answer-news-stop = تصلك هذه الرسالة لأنك طلبتها، حتى { $date }. للتوقف أو التمديد: { $link }
# Te laat (F3 X7)
answer-late-title = أجوبة تأخرت
answer-late-text = اتُّخذ قرار في هذه المساهمات، وما زال أحدهم ينتظر الجواب الذي وعدنا به. نضعها هنا ليرى الجميع أين هي.
answer-late-empty = في { $day } لا يوجد جواب متأخر.
answer-late-caption = متأخرة في { $day }، أقدم وعد أولًا
answer-late-what = المساهمة
answer-late-stands = أين وصلت
answer-late-with = عند من هي
answer-late-promised = الموعد الموعود
answer-late-since = التأخر
answer-late-days = { $count ->
        [one] يوم واحد
        [two] يومان
        [few] { $count } أيام
       *[other] { $count } يومًا
    }
answer-late-unanswered = قُرّر في { $day } ({ $outcome }). لا جواب بعد.
answer-late-undelivered = قُرّر ({ $outcome }). الجواب موجود منذ { $day }، لكنه لم يصل إلى الجميع.
answer-late-team = فريق المشاركة
answer-late-act = هل تنتظر جوابًا؟ اتصل بنا أو زرنا؛ نخبرك أين هو.
# مساهمة قُسِّمت على الدوائر
answer-divided-title = على أجزاء
answer-divided = قُسِّمت هذه المساهمة إلى أجزاء عددها { $count }، لأن دوائر مختلفة تعالجها.
answer-divided-how = يسلك كل جزء طريقه. ويحصل صاحب المساهمة على جواب واحد عندما يُجاب عن كل جزء.
answer-divided-standing = كل جزء لدى دائرة. ترى أدناه أين هو وحتى متى.
answer-divided-part = { $state }، منذ { $since }.
answer-divided-has = هذا الجزء لدى { $department }.
answer-divided-team = هذا الجزء لدى فريق المشاركة.
answer-divided-outcome = القرار: { $outcome }.
answer-divided-still = متوقف منذ { $date }: { $why }.
answer-divided-of = هذا جزء من
answer-divided-of-text = يحصل صاحب المساهمة على الجواب مع المساهمة كلها، مع الجواب عن الأجزاء الأخرى.
answer-divided-contest = هل ترى أنها أمر واحد؟ اطلب أن تعود مساهمة واحدة.
answer-contests-title = ماذا طلب صاحب المساهمة
answer-letter-part = «{ $part }»: { $outcome }.
answer-share-parts = { $count ->
    [one] ويتوقف كذلك جزء واحد من مساهمة مقسَّمة
   *[other] وتتوقف كذلك أجزاء من مساهمات مقسَّمة عددها { $count }
}، من أصل { $parts }.

answer-response = ماذا تفعل البلدية
answer-response-text = هذا رد البلدية على مبادرة من السكان. ليس قرارا بشأن المبادرة: فهي تبقى لمن بدأها.
answer-response-why = لماذا تفعل البلدية ذلك
answer-state-responded = قالت البلدية ماذا ستفعل
answer-step-responded = قالت البلدية ماذا ستفعل
answer-letter-response = ماذا تفعل البلدية بمبادرتك: { $outcome }. المبادرة تبقى لك.
answer-initiative-text = هذه مبادرة من السكان. تبقى لمن بدأها.
answer-partners = أصحابه مع البلدية: { $partners }.
answer-advice-reply = الرد على التعليق
answer-state-gathered = جُمعت مع الإجابات الأخرى
answer-state-result-ready = كُتبت النتيجة
answer-state-result = هناك نتيجة
answer-step-result-ready = كُتبت النتيجة
answer-step-result = ثُبّتت النتيجة
answer-gathered-until = تُجمع إجابتك مع الإجابات الأخرى حتى { $date }. بعد ذلك تكتب البلدية ما خرج منها وما سيُفعل به.
answer-gathered-over = جُمعت الإجابات. كل من شارك يحصل على نتيجة واحدة.
answer-gathered-how = ستكون هناك نتيجة واحدة للجميع. كل من شارك يحصل عليها بالطريقة التي اختارها.
answer-gathered-contest = هل تحتاج رسالتك إلى معالجة خاصة بها؟ أخبرنا وسنفصلها عن البقية.
answer-letter-result = النتيجة: { $outcome }.
answer-bulletin-result = الردود: نتيجة واحدة لكل من شارك
