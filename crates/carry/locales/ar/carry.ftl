# ما يراه السكان.
carry-question-title = سؤال عن مساهمتك
carry-question-intro = تريد البلدية أن تعرف شيئًا عن المساهمة { $number }. يمكنك قراءة السؤال والإجابة عنه باستخدام رمز المتابعة الخاص بك.
carry-question-code-label = رمز المتابعة الخاص بك
carry-question-code-hint = ستة عشر حرفًا ورقمًا. تجد الرمز على إيصال الاستلام.
carry-question-code-missing = اكتب رمز المتابعة. تجده على إيصال الاستلام.
carry-question-code-wrong = رمز المتابعة هذا لا يخص المساهمة { $number }. تحقق منه وحاول مرة أخرى.
carry-question-show = اعرض السؤال
carry-question-asked = السؤال بتاريخ { $day }
carry-question-until = يمكنك الإجابة حتى { $day }. إذا لم تجب، تواصل البلدية العمل دون إجابتك. تبقى مساهمتك محسوبة.
carry-question-answer-label = إجابتك
carry-question-answer-hint = اكتب كما تتكلم. لا تكتب أسماء أو أرقام هواتف.
carry-question-answer-missing = اكتب إجابتك.
carry-question-send = أرسل إجابتي
carry-question-sent = شكرًا لك. وصلت إجابتك وهي الآن لدى الدائرة التي سألت.
carry-question-none = لا يوجد الآن سؤال مفتوح عن هذه المساهمة. ربما تمت الإجابة عنه، أو انتهت مدة الإجابة.
carry-question-follow = تابع مساهمتك
carry-question-mail-subject = سؤال عن مساهمتك { $number }
carry-question-mail-text = مرحبًا،

    تريد البلدية أن تعرف شيئًا عن مساهمتك { $number }:

    { $question }

    يمكنك الإجابة حتى { $day } على { $address }. تحتاج إلى رمز المتابعة، وتجده على إيصال الاستلام. هل تفضل الاتصال أو الحضور؟ هذا ممكن أيضًا.

    إذا لم تجب، نواصل العمل دون إجابتك. تبقى مساهمتك محسوبة.

    { $site }
carry-still-undecided = الرأي جاهز، لكن من يحق له البتّ في هذا لم يقرر بعد
carry-still-put-off = أُجِّل هذا أو حُفظ إلى يوم قد مضى، ولم يستأنف أحد النظر فيه
carry-not-now = هذه الخطوة غير ممكنة الآن. ربما تمت من قبل.
carry-not-allowed = هذه الخطوة غير ممكنة بعد. يجب أن يحدث شيء آخر أولًا.
carry-elsewhere-report-point = نقطة البلاغات في البلدية
carry-elsewhere-social-service = الخدمة الاجتماعية
carry-elsewhere-complaints = خدمة الشكاوى
carry-elsewhere-police = الشرطة
carry-elsewhere-other-government = سلطة أخرى
carry-elsewhere-other = جهة أخرى
carry-kind-idea = فكرة
carry-kind-reaction = رأي في خطة
carry-kind-experience = تجربة
carry-kind-question = سؤال عن السياسة
carry-kind-offer = عرض للقيام بشيء
carry-frame-legal = القوانين والقواعد
carry-frame-financial = المال
carry-frame-practical = المكان والصيانة والتقنية
carry-frame-plans = الخطط الموجودة
carry-firmness-essential = هذا ثابت: لا يمكن للبلدية أن تخالفه.
carry-firmness-adjustable = يمكن لمن وضع القاعدة أن يغيّرها.
carry-firmness-unknown = لا يُعرف هل يمكن تغيير هذا.
carry-level-head = رئيس الإدارة
carry-level-manager = الإدارة العليا
carry-level-college = مجلس العمدة والنواب
carry-nature-costs = تكاليف
carry-nature-work = عمل أو وقت
carry-nature-rules = قواعد
carry-nature-safety = السلامة
carry-nature-plans = خطط أخرى
carry-nature-other = أمر آخر
carry-ending-withdrawn = سحبته الدائرة نفسها
carry-ending-met = حُلّ بإجراء
carry-ending-set-aside = نُحّي جانبًا مع ذكر السبب
carry-consult-agrees = موافقة
carry-consult-dissents = غير موافقة
carry-consult-untouched = لا يمسّ هذه الدائرة
carry-consult-passed-over = استُكمل من دون هذه الدائرة، مع ذكر السبب
carry-consult-took-over = تولّت الملف بنفسها
carry-overtaken-explained = شرح مراقب المسار كيف حدث ذلك
carry-overtaken-processed = عولج بعد ذلك وصدر فيه قرار
carry-overtaken-reviewed = تجري مراجعته

carry-response-help = البلدية تساعد
carry-response-permit = البلدية تسمح
carry-response-adjust = البلدية تطلب تعديلا
carry-response-block = البلدية توقف هذا
carry-plan-change-changed = تُعدَّل الخطة كما طُلب
carry-plan-change-partly = تُعدَّل الخطة جزئيا
carry-plan-change-unchanged = تبقى الخطة كما هي
carry-council-title = ما أُبلغ به المجلس
carry-council-none = لم يُبلَّغ المجلس بهذا بعد.
carry-council-closed = ما قيل للمجلس غير علني بحكم القانون:
carry-council-question = سأل أحد أعضاء المجلس
carry-council-late = كان يجب الرد عليه من قبل
carry-briefing-of = { $body }، { $day }
carry-briefing-answered-on = أُجيب عنه في { $day }
carry-briefing-answer-by = الجواب في موعد أقصاه { $day }
carry-kind-survey-answer = إجابة على استطلاع
carry-result-heading = النتيجة
carry-result-waits = هذه النتيجة مطروحة للقرار: فهي تحتاج إلى مال أو عمل من دوائر أخرى، ولم يُتخذ القرار بعد.
carry-result-respondents = { $count ->
    [zero] لم تُجمع أي إجابة. كُتبت في { $day }.
    [one] جُمعت إجابة واحدة. كُتبت في { $day }.
    [two] جُمعت إجابتان. كُتبت في { $day }.
    [few] جُمعت { $count } إجابات. كُتبت في { $day }.
    [many] جُمعت { $count } إجابة. كُتبت في { $day }.
   *[other] جُمعت { $count } إجابة. كُتبت في { $day }.
 }
carry-result-many = قيل { $count } مرة
carry-result-few = قيل أقل من { $most } مرات
carry-result-deed = ماذا سيُفعل بذلك
carry-result-by = { $department }، قبل { $day }
carry-result-nothing = لا شيء يتغير الآن
carry-result-why = لماذا
