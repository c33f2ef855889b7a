### بياناتك وسهولة الوصول: صفحتان لدى كل بلدية.

people-column-what = ماذا
people-column-why = لأي غرض
people-column-basis = على أي أساس
people-column-term = كم من الوقت
people-column-seen = من يراها
people-article = (المادة { $article } من اللائحة العامة لحماية البيانات)

people-basis-public-task = مهمة للصالح العام: المشاركة فيما تقرره البلدية
people-basis-legal-obligation = التزام قانوني
people-basis-consent = موافقتك

people-term-hours = { $count ->
    [one] ساعة واحدة
    [two] ساعتان
    [few] { $count } ساعات
   *[other] { $count } ساعة
}
people-term-days = { $count ->
    [one] يوم واحد
    [two] يومان
    [few] { $count } أيام
   *[other] { $count } يومًا
}
people-term-account = ما دام الحساب موجودًا
people-term-after-answer = إلى أن تطلب محوها، وبحد أقصى { $count } يومًا بعد الرد. هل سحبت مساهمتك، أو لم يأتِ رد؟ إذًا بحد أقصى { $count } يومًا بعد سحبها أو بعد إغلاق المشروع
people-term-until-sent = إلى أن يصل إلى البلدية أو إلى أن تطلب حذفه. بعد ذلك لا يبقى في الهاتف إلا الرقم، إلى أن تُغلق الجولة
people-term-archive = بصورة دائمة في أرشيف البلدية، دون ما يدل على هويتك

people-seen-everybody = الجميع
people-seen-oneself = أنت
people-seen-staff = الموظفون الذين يحتاجون إليها في عملهم

people-kind-identity = اسمك وبريدك الإلكتروني ورقم هاتفك وعنوانك، إن أعطيتها
people-kind-identity-why = للرد عليك بالطريقة التي اخترتها
people-kind-contribution = مساهمتك بعد أن راجعها أحد الموظفين
people-kind-contribution-why = لنقرر معًا ونبيّن ما يحدث لها
people-kind-unscreened-contribution = مساهمتك قبل مراجعتها
people-kind-unscreened-contribution-why = للتأكد من خلوها من أسماء الناس وأرقامهم
people-kind-photo = الصور المرفقة بمساهمتك دون بيانات خفية كالمكان والجهاز
people-kind-photo-why = لإظهار ما تتحدث عنه
people-kind-telephone = ما قلته عند الباب أو في الشارع، في هاتف من دوّنه
people-kind-telephone-why = كي نستطيع الاستماع حيث لا توجد شبكة
people-kind-comment = ما كتبته تحت مساهمة شخص آخر
people-kind-comment-why = للتفكير معًا في فكرة
people-kind-reaction = رأيك في رد البلدية
people-kind-reaction-why = لنعرف هل كان الرد واضحًا ومنصفًا
people-kind-mail = الرسائل الموجهة إليك
people-kind-mail-why = لنعرف هل وصل الرد
people-kind-subscription = عنوان البريد الذي تريد أن تصلك عليه الأخبار
people-kind-subscription-why = لنرسل إليك ما حدث للمساهمات ما دمت تريد ذلك
people-kind-account = أسماء الموظفين والشركاء وعناوين بريدهم
people-kind-account-why = لنعرف من يُسمح له بماذا
people-kind-saved-view = القوائم التي يحفظها الموظف باسم
people-kind-saved-view-why = للعثور على العمل بسرعة
people-kind-sign-in = متى سجّل الموظف دخوله
people-kind-sign-in-why = لاكتشاف إساءة استخدام الحساب
people-kind-password-link = الرابط الذي يختار به الموظف كلمة مرور جديدة
people-kind-password-link-why = كي يعود إلى العمل من نسي كلمة مروره
people-kind-answer-code = ما يربط رمزاً بالإجابات عن الأسئلة
people-kind-answer-code-why = لوضع الإجابات قبل المشروع وبعده جنباً إلى جنب. لا نحتفظ بالرمز نفسه. ويمكن للباحثين أن يقرؤوا إجابات كل شخص على حدة، دون اسم ودون رمز.
people-kind-kept-form = ما كتبه الموظف حين انتهت مدة دخوله
people-kind-kept-form-why = كي لا يضيع شيء
people-kind-journal = أي خطوة تمت ومتى وبأي صفة، دون أسماء ودون نصوص
people-kind-journal-why = لإثبات ما حدث لكل مساهمة

people-privacy-title = بياناتك
people-privacy-lead = ما تحتفظ به { $name } عنك، ولماذا، وكم من الوقت، وما الذي يمكنك طلبه.
people-privacy-no-account = لا تحتاج إلى حساب ولا إلى بريد إلكتروني للمشاركة. ويمكنك المشاركة دون ذكر اسمك.
people-privacy-apart = نحفظ هويتك بعيدًا عما تقوله. لا يظهر مع مساهمتك سوى رقم.
people-privacy-logged = كلما اطّلع موظف على هويتك، نسجل من اطّلع ولماذا.
people-privacy-no-third = لا يطلب هذا الموقع شيئًا من جهات أخرى: لا إعلانات ولا تتبع ولا خرائط أو خطوط من شركة أخرى.
people-privacy-cookies = لا نستخدم إلا ملفات تعريف الارتباط اللازمة لتسجيل الدخول وإرسال النماذج وتذكر لغتك.
people-privacy-kept-title = ما نحتفظ به
people-privacy-rights-title = ما يمكنك طلبه
people-privacy-right-see = الاطلاع: تحصل على كل ما نحتفظ به عنك.
people-privacy-right-correct = التصحيح: نغيّر ما ليس صحيحًا.
people-privacy-right-erase = المحو: نمحو هويتك وما كتبته، وفي نسخنا الاحتياطية أيضًا. وتبقى الخطوات دون كلمات ودون اسم.
people-privacy-right-object = الاعتراض: تقول لماذا لا يجوز أن نحتفظ بشيء، وننظر في ذلك.
people-privacy-right-limit = التقييد: لا نستخدم البيانات إلى أن تُحل المسألة.
people-privacy-right-complain = تقديم شكوى إلى الجهة الرقابية: هيئة حماية البيانات أو لجنة الرقابة الفلمنكية في فلاندرن، وهيئة البيانات الشخصية في هولندا.
people-privacy-how-title = كيف تطلب ذلك
people-privacy-how-code = هل حصلت على رمز متابعة؟ يمكنك به سحب مساهمتك بنفسك في صفحة المتابعة.
people-privacy-how-desk = هل تفضّل الحضور إلى المكتب أو الاتصال؟ اذكر رقم مساهمتك. نسألك بعد ذلك عن اسمك وعن معلومة أخرى أعطيتنا إياها، كي لا يطلب ذلك أحد غيرك.
people-privacy-how-partner = هل ساعدتك منظمة؟ يمكنها أن تطلب ذلك عنك. وإذا كانت هي التي تحتفظ باسمك فليس لدينا.
people-privacy-how-term = نرد خلال شهر، دون مقابل.

people-accessibility-title = سهولة الوصول
people-accessibility-lead = تريد { $name } أن يتمكن الجميع من المشاركة، بشاشة أو بدونها.
people-accessibility-state-title = الوضع الحالي
people-accessibility-state = بُني هذا الموقع وفق WCAG 2.2 بالمستوى AA. لم يفحص ذلك مكتب مستقل بعد، ولذلك نقول إن الموقع مطابق جزئيًا.
people-accessibility-keyboard = كل شيء يعمل بلوحة المفاتيح وبقارئ الشاشة.
people-accessibility-script = كل شيء يعمل دون JavaScript.
people-accessibility-small = كل شيء يظهر على شاشة عرضها 320 نقطة ويبقى مقروءًا عند التكبير.
people-accessibility-direction = اللغات التي تُكتب من اليمين إلى اليسار تظهر من اليمين إلى اليسار.
people-accessibility-paper = كل ما يمكن فعله على الشاشة يمكن فعله على الورق وعبر الهاتف وفي المكتب.
people-accessibility-not-title = ما ليس جيدًا بعد
people-accessibility-not-photos = لا توجد دائمًا أوصاف لصور السكان.
people-accessibility-not-translations = بعض الترجمات آلية، ويُذكر ذلك عندها.
people-accessibility-how-title = كيف نفحص ذلك
people-accessibility-how = مع كل إصدار جديد يفحص برنامج كل أنواع الصفحات بلوحة المفاتيح وعلى شاشة صغيرة ومن اليمين إلى اليسار. لا يكتشف ذلك كل شيء، والناس يكتشفون الباقي.
people-accessibility-help-title = هل هناك شيء لا يعمل؟
people-accessibility-help = أخبرنا. تجد أدناه كيف. نرد خلال خمسة أيام عمل ونساعدك في الأثناء بطريقة أخرى.
people-accessibility-complain = ألست راضيًا عن ردنا؟ يمكنك التوجه إلى مكتب أمين المظالم.
