# المساهمة: ما يقرؤه السكان.

voice-step-of = الخطوة { $step } من { $all }
voice-step-idea = ما فكرتك؟
voice-step-where = عن أي مكان تتحدث؟
voice-step-photo = هل تود إضافة صورة؟
voice-step-answer = كيف يمكننا أن نجيبك؟
voice-step-reach = إلى أين نرسل الجواب؟
voice-step-check = راجع كل شيء ثم أرسل
voice-next = متابعة
voice-back = رجوع

voice-idea-intro = اكتب كما لو كنت تحكي. لا تحتاج إلى حساب، ولا يلزمك أن تقول من أنت.
voice-title-label = فكرتك في جملة واحدة
voice-title-hint = مثلاً: مقعد عند موقف الحافلة. 150 حرفاً على الأكثر.
voice-body-label = فكرتك بكلماتك أنت
voice-body-hint = ماذا تريد أن يتغير، ولماذا؟ لا تذكر أسماء أو أرقام هواتف أو عناوين. 6000 حرف على الأكثر.
voice-idea-language-label = بأي لغة تكتب؟
voice-idea-language-hint = كل اللغات مقبولة.

voice-where-intro = املأ ما تعرفه. إذا كان الأمر يخص البلدية كلها فتابع مباشرة.
voice-area-label = الحي أو المنطقة
voice-street-label = الشارع
voice-street-hint = اسم الشارع فقط. لا تكتب رقم بيتك.
voice-place-label = المكان بالكلمات
voice-place-hint = مثلاً: خلف المدرسة.
voice-map-title = أو أشر إلى المكان على الخريطة
voice-map-hint = انقر أو المس الخريطة. إن لم تستطع رؤية الخريطة أو الإشارة عليها فاختر الحي أعلاه: هذا يكفي تماماً.
voice-map-alt = خريطة الأحياء. اضغط على المكان المقصود.
voice-point-chosen = المكان محدد على الخريطة
voice-nowhere = لم يُذكر مكان

voice-photo-intro = الصورة ليست ضرورية. تجنب ظهور أشخاص أو لوحات سيارات يمكن التعرف عليها. نحن نحذف مكان التقاط الصورة ووقته.
voice-photo-label = اختر صورة
voice-photo-hint = ملف JPEG أو PNG بحجم 8 ميغابايت على الأكثر. ثلاث صور على الأكثر.
voice-photo-add = أضف هذه الصورة
voice-photo-nth = الصورة { $number }
voice-photo-words-label = ماذا يظهر في الصورة { $number }؟
voice-photo-drop = احذف الصورة { $number }
voice-photo-count = { $count ->
    [zero] بلا صور
    [one] صورة واحدة
    [two] صورتان
    [few] { $count } صور
    [many] { $count } صورة
   *[other] { $count } صورة
}
voice-photo-empty = الملف فارغ. اختر صورة أخرى.
voice-photo-too-large = الصورة أكبر من 8 ميغابايت. اختر صورة أصغر أو تابع بلا صورة.
voice-photo-kind = هذه ليست صورة JPEG أو PNG. اختر ملفاً آخر أو تابع بلا صورة.
voice-photo-pixels = الصورة أكبر من أن تُقرأ. صغّرها أو تابع بلا صورة.
voice-photo-damaged = الصورة تالفة أو لم تصل كاملة. حاول مرة أخرى أو اختر صورة أخرى.
voice-photo-too-many = هناك ثلاث صور. احذف واحدة أولاً.
voice-photo-sent = أُرسلت هذه الفكرة من قبل، ولا يمكن إضافة صورة إليها.
voice-photo-gone = لم تعد إحدى الصور محفوظة لأنها انتظرت أكثر من يوم. اخترها من جديد أو تابع بلا صورة.
voice-photo-words-long = وصف إحدى الصور طويل جداً. اجعله أقصر.

voice-answer-intro = ننشر الجواب دائماً على هذا الموقع. هل تريد أن يصلك شخصياً أيضاً؟
voice-answer-by-label = كيف تريد أن يصلك الجواب؟
voice-answer-by-hint = نستعمل هذا فقط لنجيبك أو لنسألك عن فكرتك.
voice-answer-none = ليس شخصياً: سأطّلع عليه في الموقع
voice-answer-mail = بالبريد الإلكتروني
voice-answer-letter = برسالة بريدية
voice-answer-phone = بالهاتف
voice-answer-intermediary = عن طريق منظمة تعرفني
voice-reach-mail = إلى أي عنوان إلكتروني نرسل الجواب؟
voice-reach-letter = إلى أي عنوان نرسل الرسالة؟
voice-reach-phone = على أي رقم نتصل بك؟
voice-reach-intermediary = أي منظمة ستحمل إليك الجواب؟ لا حاجة إلى أن تعرف البلدية من أنت.
voice-reach-kept = نحفظ هذا منفصلاً عن فكرتك. لا يراه أحد على الموقع، ونسجل كل من يطّلع عليه في البلدية.
voice-name-label = اسمك
voice-mail-label = بريدك الإلكتروني
voice-phone-label = رقم هاتفك
voice-phone-hint = مثلاً 0470 12 34 56.
voice-phone-wrong = لا يبدو هذا رقم هاتف. اكتب أرقاماً فقط، مثل 0470 12 34 56.
voice-address-label = الشارع والرقم والرمز البريدي والبلدية
voice-address-hint = كما يُكتب على الظرف.
voice-organisation-label = أي منظمة؟
voice-pseudonym-label = بأي اسم يعرفونك؟
voice-pseudonym-hint = يمكن أن يكون اسماً مستعاراً.
voice-updates-label = راسلني أيضاً إذا حدث شيء لفكرتي قبل الجواب.
voice-updates-hint = يمكنك إلغاء ذلك في أي وقت.

voice-check-yours = هذا ما سترسله
voice-check-where = المكان
voice-check-photos = الصور
voice-check-answer = الجواب
voice-change-idea = عدّل الفكرة
voice-change-where = عدّل المكان
voice-change-photo = عدّل الصور
voice-change-answer = عدّل طريقة الجواب
voice-private-title = وجدنا شيئاً شخصياً في نصك
voice-private-text = ستصبح كلماتك علنية. لا تحتاج إلى هذا كي نسمعك:
voice-alike-title = هل هذا ما تقصده؟
voice-alike-text = أرسل آخرون شيئاً مشابهاً. يمكنك إرسال فكرتك كما هي: لكل فكرة قيمتها وجوابها.
voice-send-title = الإرسال
voice-send-text = يتحقق شخص من البلدية أولاً من خلو النص من أي شيء شخصي. بعد ذلك يستطيع الجميع قراءة فكرتك ومتابعتها. لا يظهر اسمك ولا عنوانك أبداً.
voice-send-rules = اقرأ قواعد المشاركة
voice-private-label = لا تضعوا كلماتي على الموقع.
voice-private-hint = تقرأ البلدية فكرتك رغم ذلك، ويصلك جواب.
voice-send = أرسل فكرتي
voice-sent-before = أرسلت بهذه الاستمارة فكرة من قبل: الرقم { $number }. إن أردت إرسال هذه فكرةً ثانية فاختر «أرسل فكرتي» مرة أخرى. يجب اختيار الصور من جديد.
voice-paper-instead = تفضل الورق؟
voice-paper-link = اطبع الاستمارة

voice-closed-title = لا يمكنك إرسال فكرة الآن
voice-closed-text = لا تطلب البلدية أفكاراً لهذا المشروع الآن. تجد السبب وما سيحدث في صفحة المشروع.
voice-closed-words = كلماتك
voice-closed-words-text = لم نستطع قبول هذا. احتفظ بنصك، أو اتصل بالبلدية أو اكتب إليها.
voice-closed-process = إلى صفحة المشروع

voice-receipt-title = وصلتنا فكرتك
voice-receipt-thanks = شكراً لك. احتفظ بهذا الإيصال: اطبعه أو صوّره أو انسخ الرمزين.
voice-receipt-number = رقم فكرتك
voice-receipt-code = الرمز السري
voice-receipt-code-text = يستطيع الجميع متابعة فكرتك بالرقم. بالرمز السري وحده يمكنك الرد أو سحب الفكرة. لا يمكننا عرض الرمز مرة أخرى لاحقاً.
voice-receipt-no-code = كانت هذه الفكرة قد وصلت من قبل. الرمز السري مكتوب على إيصالك الأول؛ نحن لا نحفظه مقروءاً ولا يمكننا عرضه ثانية.
voice-receipt-address = تابع فكرتك على
voice-receipt-qr = رمز QR فيه العنوان الذي تتابع عليه فكرتك
voice-receipt-next = ماذا يحدث الآن؟
voice-receipt-next-check = يتحقق شخص من خلوها من أي شيء شخصي، ثم تظهر فكرتك على الموقع.
voice-receipt-next-private = لن تظهر كلماتك على الموقع. يمكنك متابعة الرقم ومسار فكرتك.
voice-receipt-next-department = نبحث عن الدائرة المعنية. ترى دائماً من يتولاها وإلى متى.
voice-receipt-answer-none = تجد الجواب على الموقع تحت رقم فكرتك.
voice-receipt-answer-mail = يصلك الجواب بالبريد الإلكتروني، ويُنشر على الموقع.
voice-receipt-answer-letter = يصلك الجواب برسالة، ويُنشر على الموقع.
voice-receipt-answer-phone = نتصل بك لنخبرك بالجواب، ويُنشر على الموقع.
voice-receipt-answer-intermediary = تحمل إليك المنظمة التي اخترتها الجواب، ويُنشر على الموقع.
voice-receipt-print = يمكنك طباعة هذه الصفحة.
voice-receipt-withdraw = أريد سحب فكرتي
voice-receipt-gone-title = لم يعد هنا إيصال
voice-receipt-gone-text = يبقى الإيصال ربع ساعة. إذا كان لديك رقم فكرتك فيمكنك متابعتها.
voice-receipt-follow = تابع فكرة برقمها

voice-kiosk-intro = يمكنك على هذه الشاشة أن تترك فكرة للبلدية. لا تحتاج إلى حساب.
voice-kiosk-begin = ابدأ
voice-kiosk-wiped = يُمحى ما تكتبه هنا حالما تنتهي.
voice-kiosk-wipe = امحُ كل شيء وابدأ من جديد
voice-kiosk-soon = تبدأ هذه الشاشة من جديد بعد { $seconds } ثانية. انسخ رمزيك أو صوّرهما أولاً.
voice-kiosk-done = لدي رمزاي: امحُ الشاشة
voice-kiosk-longer = أحتاج إلى مزيد من الوقت

voice-list-title = ما ساهم به الناس
voice-list-count = { $shown ->
    [zero] لا توجد مساهمات للقراءة.
    [one] يمكنك قراءة مساهمة واحدة.
    [two] يمكنك قراءة مساهمتين.
    [few] يمكنك قراءة { $shown } مساهمات.
    [many] يمكنك قراءة { $shown } مساهمة.
   *[other] يمكنك قراءة { $shown } مساهمة.
} { $waiting ->
    [zero] { "" }
    [one] ما زلنا نراجع مساهمة واحدة.
    [two] ما زلنا نراجع مساهمتين.
    [few] ما زلنا نراجع { $waiting } مساهمات.
    [many] ما زلنا نراجع { $waiting } مساهمة.
   *[other] ما زلنا نراجع { $waiting } مساهمة.
} { $withdrawn ->
    [zero] { "" }
    [one] سُحبت مساهمة واحدة.
    [two] سُحبت مساهمتان.
    [few] سُحبت { $withdrawn } مساهمات.
    [many] سُحبت { $withdrawn } مساهمة.
   *[other] سُحبت { $withdrawn } مساهمة.
}
voice-list-kept-back = { $count ->
    [zero] نعرض كل المساهمات.
    [one] لا نعرض مساهمة واحدة: انظر قواعد المشاركة.
    [two] لا نعرض مساهمتين: انظر قواعد المشاركة.
    [few] لا نعرض { $count } مساهمات: انظر قواعد المشاركة.
    [many] لا نعرض { $count } مساهمة: انظر قواعد المشاركة.
   *[other] لا نعرض { $count } مساهمة: انظر قواعد المشاركة.
}
voice-list-heading = المساهمات
voice-list-empty = لا يوجد ما يُقرأ بعد.
voice-list-found = { $count ->
    [zero] لم نجد مساهمات فيها «{ $words }».
    [one] وجدنا مساهمة واحدة فيها «{ $words }».
    [two] وجدنا مساهمتين فيهما «{ $words }».
    [few] وجدنا { $count } مساهمات فيها «{ $words }».
    [many] وجدنا { $count } مساهمة فيها «{ $words }».
   *[other] وجدنا { $count } مساهمة فيها «{ $words }».
}
voice-list-none-found = لم نجد شيئاً. جرّب كلمة أخرى.
voice-list-add = ساهم أنت أيضاً
voice-search-label = ابحث في المساهمات
voice-search = ابحث
voice-since = منذ { $day }
voice-came = { $channel }، { $day }
voice-masked = استبدلت البلدية شيئاً شخصياً بكلمات بين قوسين.
voice-unsaid-waiting = ما زال شخص من البلدية يراجع هذه الكلمات. بعدها يمكنك قراءتها هنا.
voice-unsaid-withdrawn = سحب صاحب المساهمة مساهمته.
voice-unsaid-kept-back = لا نعرض هذه الكلمات، لكن البلدية تعالج المساهمة. القاعدة: { $rule }. { $reason }
voice-mask-name = [اسم]
voice-mask-phone = [رقم هاتف]
voice-mask-mail = [بريد إلكتروني]
voice-mask-address = [عنوان]
voice-mask-number = [رقم شخصي]
voice-mask-iban = [رقم حساب]
voice-mask-words = [شخصي]
voice-found-national-number = رقم السجل الوطني البلجيكي
voice-found-bsn = رقم خدمة المواطن الهولندي
voice-found-iban = رقم حساب
voice-found-mail = عنوان بريد إلكتروني
voice-found-phone = رقم هاتف
voice-found-address = عنوان
voice-found-name = اسم

voice-withdraw-title = سحب المساهمة { $number }
voice-withdraw-intro = يمكنك سحب مساهمتك في أي وقت، ولا يلزمك أن تذكر السبب. يبقى على الموقع فقط أنها سُحبت.
voice-code-label = الرمز السري المكتوب على إيصالك
voice-code-hint = ستة عشر حرفاً في أربع مجموعات. لا فرق بين الحروف الكبيرة والصغيرة ولا تهم الشرطات.
voice-code-shape = ليس هذا رمزاً سرياً: الرمز من ستة عشر حرفاً. انظر إيصالك.
voice-code-wrong = هذا الرمز لا يخص هذه المساهمة. تأكد أن الرقم والرمز على الإيصال نفسه.
voice-erasure-label = ماذا نفعل بكلماتك؟
voice-erasure-hide = لا تعرضوها بعد الآن، لكن احفظوها إلى أن توضح البلدية ماذا فعلت بها
voice-erasure-words = امحوها فوراً مع الصور والمكان
voice-forget-label = هل نمحو بيانات الاتصال أيضاً؟
voice-forget-hint = اكتب إذن البريد الإلكتروني أو رقم الهاتف أو العنوان الذي أعطيته. يمكن ذلك أيضاً عند الشباك. نمحو عندها كلمات كل مساهماتك المرتبطة بهذه البيانات.
voice-reach-wrong = هذا ليس ما أعطيتنا إياه. اترك الخانة فارغة أو تعال إلى الشباك.
voice-withdraw = اسحب مساهمتي
voice-withdraw-lost = هل فقدت الرمز؟ اتصل أو تعال: يمكن ذلك عند الشباك أيضاً.
voice-withdraw-done = سُحبت هذه المساهمة.
voice-withdraw-page = إلى صفحة المساهمة
voice-withdrawn-notice = سُحبت مساهمتك.
voice-fault-withdrawn = سُحبت هذه المساهمة.
voice-fault-no-comments = لا يمكنك الرد على هذه المساهمة الآن.

voice-comments-title = الردود على المساهمة { $number }
voice-comments-none = لا توجد ردود بعد.
voice-comment-title = اكتب رداً
voice-comment-intro = يقرأ المشرف ردك أولاً. لا تحتاج إلى حساب ولا يظهر اسمك.
voice-comment-label = ردك
voice-comment-hint = 1500 حرف على الأكثر.
voice-comment-send = أرسل ردي
voice-comment-notice = وصلنا ردك.
voice-comment-received = رقم ردك { $number }. ترى تحت هذا الرقم في هذه الصفحة هل نُشر أو لماذا لم يُنشر.
voice-comment-refused = لم يُنشر. القاعدة: { $rule }. السبب:

voice-rules-title = قواعد المشاركة
voice-rules-intro = يمكن للجميع أن يشاركوا، حتى الغاضبين. لا نغير شيئاً مما تقول. تسري هذه القواعد على الأفكار والصور والردود.
voice-rules-checked-title = من يراجع، وعمّ يبحث؟
voice-rules-checked = يقرأ إنسان من البلدية كل شيء قبل أن يظهر على الموقع. نستبدل الأسماء وأرقام الهواتف والعناوين وسائر البيانات الشخصية بكلمات بين قوسين. يساعد برنامج في البحث، لكنه لا يقرر شيئاً.
voice-rules-list-title = ما لا نعرضه
voice-rules-travels-title = ماذا يحدث عندها
voice-rules-travels = تستطيع دائماً أن تقرأ القاعدة والسبب. الفكرة التي لا نعرضها تعالجها البلدية، ويصلك جواب.
voice-rules-against-title = هل تعترض؟
voice-rules-against = اتصل أو اكتب أو تعال. سينظر فيها من جديد شخص غير المشرف.
voice-rule-insult = الإهانة أو التهديد
voice-rule-insult-explained = كلمات تشتم أحداً أو تذله أو تخيفه. انتقاد البلدية مسموح دائماً.
voice-rule-hatred = الكراهية أو التمييز
voice-rule-hatred-explained = كلمات تحط من الناس بسبب أصلهم أو دينهم أو جنسهم أو ميولهم أو سنهم أو إعاقتهم.
voice-rule-private = عن حياة شخص آخر
voice-rule-private-explained = ما تحكيه عن شخص وهو أمر يخصه وحده.
voice-rule-advertising = الدعاية
voice-rule-advertising-explained = كلمات تبيع شيئاً أو تطلب أصواتاً لحزب.
voice-rule-unlawful = مخالفة القانون
voice-rule-unlawful-explained = ما لا يجوز نشره قانوناً، أو ما ليس ملكاً لك.
voice-rule-wish = بطلب من صاحب المساهمة
voice-rule-wish-explained = طلب صاحب المساهمة عدم عرض كلماته.

voice-paper-title = استمارة ورقية
voice-paper-print = اطبع هذه الصفحة على ورق A4. تسأل الاستمارة ما يسأله الموقع نفسه.
voice-paper-question = سؤال البلدية:
voice-paper-fixed = ما هو مقرر من قبل:
voice-paper-hand-in = سلّم هذه الاستمارة أو أرسلها إلى:
voice-paper-before = قبل نهاية يوم { $day }.
voice-paper-photo = ثبّت الصورة بهذه الورقة.
voice-paper-rules = قواعد المشاركة معلقة عند الشباك.
voice-paper-receipt = تحصل على إيصال فيه رقم ورمز سري: فوراً عند الشباك، أو بالطريقة التي اخترتها أعلاه.
voice-paper-online = يمكنك ذلك على الموقع أيضاً:
voice-paper-staff = يملؤها من يستلم الاستمارة:
voice-paper-staff-fields = تاريخ الاستلام … / الرقم … / الدفعة … / قُرئت عليه: نعم – لا

voice-mail-received-subject = وصلتنا فكرتك: { $number }
voice-mail-received-text =
    شكراً لك. رقم فكرتك { $number }.

    يمكنك متابعتها على { $address }. ترى هناك دائماً من يتولاها وإلى متى. ونرسل إليك الجواب بالبريد الإلكتروني أيضاً.

    الرمز السري الذي ترد به أو تسحب به فكرتك مكتوب على إيصالك. لا نرسله بالبريد الإلكتروني.

    { $municipality }
voice-mail-kept-back-subject = لا نعرض فكرتك { $number } على الموقع
voice-mail-kept-back-text =
    كلمات فكرتك { $number } ليست على الموقع. لكن البلدية تعالج فكرتك، وسيصلك جواب.

    القاعدة: { $rule }
    السبب: { $reason }

    هل تعترض؟ اتصل أو اكتب أو تعال، وسينظر فيها شخص آخر من جديد. يمكنك متابعة فكرتك على { $address }.

    { $municipality }

voice-translation-in = ترجمة: { $language }
voice-translation-by-human = ترجمها إنسان بطلب من البلدية. ما كتبه صاحب المساهمة موجود فوقها.
voice-translation-by-machine = ترجمتها آلة بطلب من البلدية، وقد تحتوي على أخطاء. ما كتبه صاحب المساهمة موجود فوقها.
voice-fault-not-public = هذه الكلمات ليست علنية، أو هي مكتوبة بتلك اللغة. لا يمكن ترجمتها.
