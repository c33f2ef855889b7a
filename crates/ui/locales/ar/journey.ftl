### مسار المساهمة (الدليل F).

# أين المساهمة الآن.
journey-state-captured = دُوّنت
journey-state-received = استُلمت
journey-state-screened = تم الاطلاع عليها
journey-state-referred = أُحيلت إلى جهة أخرى
journey-state-parked = محفوظة لوقت لاحق
journey-state-bundled = جُمعت مع مساهمات أخرى
journey-state-divided = مقسَّمة: تعالج كل دائرة جزءًا
journey-state-assigned = لدى إحدى الدوائر
journey-state-frame-check = الفحص: هل هو مسموح وممكن وله تمويل؟
journey-state-assessed = قيد الدراسة
journey-state-questioned = سؤال إلى صاحب المساهمة
journey-state-table = تشاور بين الدوائر
journey-state-means = في انتظار المال أو العاملين
journey-state-escalated = عُرضت على مستوى أعلى
journey-state-advice-ready = الرأي جاهز
journey-state-on-agenda = على جدول الأعمال
journey-state-decided = صدر القرار
journey-state-fed-back = تم الرد
journey-state-reaction = يمكنك التعليق
journey-state-underway = قيد التنفيذ
journey-state-realised = أُنجزت
journey-state-integrated = جزء من الحي
journey-state-evaluated = تم تقييمها
journey-state-withdrawn = سُحبت

# ما الذي تقرر.
journey-outcome-adopted = أُخذ بها
journey-outcome-partly = أُخذ بها جزئيًا أو بعد تعديل
journey-outcome-not-adopted = نُظر فيها ولم يُؤخذ بها
journey-outcome-deferred = أُجّلت إلى تاريخ لاحق
journey-outcome-trial = فترة تجريبية أولًا
journey-outcome-self-with-support = يتولاها أصحابها بدعم من البلدية
journey-outcome-transferred = تنتقل المهمة إلى أصحاب المساهمة
journey-outcome-other-authority = أُحيلت إلى سلطة أخرى
journey-outcome-out-of-scope = خارج النطاق، محفوظة لوقت لاحق
journey-outcome-result-acted = ضمن النتيجة، وسيُتخذ إجراء بناء عليها
journey-outcome-result-noted = ضمن النتيجة؛ لا شيء يتغير الآن

# ما الذي حدث.
journey-step-received = استُلمت المساهمة
journey-step-tabled = ناقشتها الدوائر معًا
journey-step-means-awaited = في انتظار المال أو العاملين
journey-step-means-committed = تم التعهد بالمال أو العاملين
journey-step-means-refused = رُفض المال أو العاملون
journey-step-escalated = عُرضت على مستوى أعلى
journey-step-objected = اعتراض من دائرة أخرى
journey-step-objection-ended = بُتّ في اعتراض دائرة أخرى
journey-step-touched = يمسّ دائرة أخرى أيضًا
journey-step-consulted = استُمع إلى دائرة أخرى يمسّها هذا
journey-step-overtaken = اتُّخذ القرار قبل معالجة هذه المساهمة
journey-step-overtaking-ended = رُوجع القرار الذي جاء مبكرًا
journey-step-values-weighed = وُزنت القيم
journey-step-started = بدأ التنفيذ
journey-step-realised = تم التنفيذ
journey-step-integrated = بعد عام: صارت جزءًا من الحي
journey-step-evaluated = تم التقييم
journey-step-privacy-checked = فُحصت من حيث البيانات الشخصية
journey-step-screened = تم الاطلاع عليها: تخص هذا المشروع
journey-step-referred = أُحيلت إلى الجهة المختصة
journey-step-parked = حُفظت لوقت لاحق
journey-step-gathered = جُمعت مع الإجابات الأخرى
journey-step-joined = جُمعت مع مساهمات أخرى
journey-step-left = فُصلت عن مساهمات أخرى
journey-step-divided = قُسِّمت على الدوائر
journey-step-reunited = جُمعت الأجزاء من جديد
journey-step-part-begun = بدأت كجزء من مساهمة
journey-step-part-answered = أُجيب عن أحد الأجزاء
journey-step-part-reopened = يُعاد النظر في أحد الأجزاء
journey-step-assigned = عُرضت على إحدى الدوائر
journey-step-accepted = قبلتها إحدى الدوائر
journey-step-handed-over = سُلّمت إلى زميل
journey-step-holder-absent = من يتولى الأمر رحل، أو عاد من يتولاه
journey-step-handed-back = أعادتها إحدى الدوائر
journey-step-questioned = طُرح سؤال على صاحب المساهمة
journey-step-question-answered = أجاب صاحب المساهمة عن السؤال
journey-step-question-lapsed = استمر العمل دون جواب عن السؤال
journey-step-frames-checked = تم الفحص: هل هو مسموح وممكن وله تمويل؟
journey-step-assessed = تمت الدراسة
journey-step-advice-ready = قُدّم الرأي
journey-step-scheduled = أُدرجت على جدول الأعمال
journey-step-decided = صدر القرار
journey-step-answered = نُشر الرد
journey-step-delivered = سُلّم الرد
journey-step-reacted = علّق صاحب المساهمة
journey-step-review-granted = قُبلت إعادة النظر
journey-step-resumed = استُؤنف النظر فيها
journey-step-withdrawn = سحبها صاحبها
journey-step-part-withdrawn = سحبها صاحبها

# لماذا توقفت.
journey-stranding-x1 = انقضت المهلة
journey-stranding-x2 = لا تقبلها أي دائرة
journey-stranding-x3 = لدى دائرة أخرى اعتراض لم يُبتّ فيه
journey-stranding-x4 = في انتظار مال أو عاملين من دائرة أخرى
journey-stranding-x5 = تتعارض قيم ولم يختر أحد بينها
journey-stranding-x6 = الرأي جاهز، لكنه ليس على أي جدول أعمال بعد
journey-stranding-x7 = صدر القرار ولم يُرسل الرد بعد
journey-stranding-x8 = تقرر تنفيذه، لكن لم يُخطَّط لشيء بعد
journey-stranding-x9 = هذا يمسّ دائرة أخرى أيضًا، ولم يُستمع إليها
journey-stranding-x10 = من كان يعمل على هذا رحل، ولم يتولّه أحد
journey-stranding-x11 = ينتهي المال قريبًا، ولم يقل أحد كيف يستمر العمل
journey-stranding-x12 = اتُّخذ قرار قبل معالجة هذه المساهمة
journey-confirmed-by-author = أحد مقدمي الفكرة
journey-confirmed-by-neighbourhood-manager = مدير الحي
journey-stranded-since = متوقفة منذ { $date }

# كيف وصلت المساهمة.
journey-channel-online = عبر الموقع
journey-channel-meeting = في اجتماع
journey-channel-house-visit = أثناء زيارة منزلية
journey-channel-square-talk = في حديث في الشارع
journey-channel-phone = عبر الهاتف
journey-channel-paper = على الورق
journey-channel-digipunt = في نقطة المساعدة الرقمية

# كيف يريد صاحب المساهمة الرد.
journey-answer-by-none = لا رد شخصي
journey-answer-by-mail = بالبريد الإلكتروني
journey-answer-by-letter = برسالة بريدية
journey-answer-by-phone = عبر الهاتف
journey-answer-by-intermediary = عبر المنظمة التي ساعدت

# هل وصل الرد.
journey-delivery-pending = لم يُسلَّم بعد
journey-delivery-sent = أُرسل
journey-delivery-printed = طُبع
journey-delivery-handed-over = سُلّم باليد
journey-delivery-confirmed = وصل
journey-delivery-failed = لم يصل
journey-delivery-not-needed = غير مطلوب: لم يُطلب رد

# نتيجة الفحص
journey-verdict-fits = مناسب
journey-verdict-fits-if = مناسب إذا تغيّر شيء
journey-verdict-does-not-fit = غير مناسب

# وضع كل صاحب مساهمة
journey-track-along = في الطريق
journey-track-fed-back = تم الرد
journey-track-reaction = يمكن التعليق
journey-track-withdrawn = سُحبت

# لماذا لا يمكن تنفيذ الخطوة الآن
journey-guard-elsewhere = تنتمي هذه المساهمة إلى ملف آخر.
journey-guard-withdrawn = سحب صاحب المساهمة مساهمته.
journey-guard-privacy = لم تُفحص كل المساهمات من حيث البيانات الشخصية. قم بذلك أولًا.
journey-guard-other-department = وُجّه السؤال إلى دائرة أخرى، وهي وحدها التي تجيب.
journey-guard-owner = يجب أن تقبلها دائرة أولًا.
journey-guard-not-bounced = لا تُعقد طاولة إلا إذا أعادت دائرتان هذا، أو كان لدى إحدى الدوائر.
journey-guard-frames = لم تُستكمل الفحوص الثلاثة: القانوني والمالي والعملي.
journey-guard-question = لم يعد هذا السؤال مفتوحًا.
journey-guard-question-term = ما زال لدى صاحب المساهمة وقت للإجابة.
journey-guard-means = لا يتعهد بالمال أو العاملين إلا من طُلب منه ذلك.
journey-guard-objection = لا يمكن لهذه الدائرة الاعتراض هنا، أو سبق البتّ في الاعتراض.
journey-guard-touch = سُئلت هذه الدائرة من قبل، أو الملف لديها، أو لم تُسأل.
journey-guard-consult = لم يُستمع بعد إلى كل دائرة يمسّها هذا. اسألوها أولًا.
journey-guard-overtaken = أُبلغ عن هذا من قبل، أو لا شيء للمراجعة.
journey-guard-absent = أُبلغ عن هذا من قبل، أو لا شيء للإبلاغ عنه.
journey-guard-agenda-date = تاريخ جدول الأعمال مضى. اختر يومًا لاحقًا.
journey-guard-mandate = القرار دون جدول أعمال يحتاج إلى تفويض.
journey-guard-only-a-no = في هذه المرحلة لا يسمح التفويض إلا برفض معلَّل.
journey-guard-decision-date = يوم القرار في المستقبل.
journey-guard-deferred-until = عند التأجيل يجب تحديد الموعد. اكتب تاريخًا.
journey-guard-answered = حصل صاحب المساهمة على رد من قبل.
journey-guard-not-answered = لم يحصل صاحب المساهمة على رد بعد. أرسل الرد أولًا.
journey-guard-delivery = لا يمكن نقل التسليم إلى هذه الخطوة.
journey-guard-review = لم يطلب أحد إعادة النظر.
journey-guard-not-deferred = الفكرة المؤجلة وحدها تنتظر المال أو العاملين بعد القرار.
journey-guard-not-put-off = لا يُستأنف النظر إلا فيما أُجِّل أو حُفظ لوقت لاحق.
journey-guard-put-off = هذا مؤجَّل أو محفوظ وسيعود. لا ينتهي مع تقييم المشروع.
journey-guard-nothing-to-do = لم يُتخذ قرار يمكن تنفيذه.
journey-guard-owed = لم يحصل كل أصحاب المساهمات على رد بعد.
journey-guard-bundle = لا يمكن الجمع: الملف فارغ أو هو الملف نفسه.
journey-guard-divide = لا يمكن التقسيم: تُعالج المساهمة مع غيرها، أو هي نفسها جزء، أو الأجزاء أقل من اثنين.
journey-guard-parts = قُسِّمت هذه المساهمة: يجري هذا لكل جزء على حدة. ولا تُجمع الأجزاء من جديد إلا ما دام لم يُجب عن أي جزء.
journey-guard-part = يُسحب الجزء مع المساهمة كلها.
journey-guard-result = تأتي النتيجة بعد أن تدرسها دائرة. اكتبوا النتيجة أولا.
