### تسجيل الدخول، وما يظهر عندما يتعذر شيء.

people-sign-in-title = تسجيل الدخول
people-sign-in-who = تسجيل الدخول مخصص للموظفين والشركاء. لا تحتاج إلى حساب لكي تشارك.
people-sign-in-kept = غبت وقتاً طويلاً، لذلك عليك أن تسجل الدخول من جديد. ما كتبته محفوظ وستستعيده بعد ذلك.
people-mail-label = البريد الإلكتروني
people-password-label = كلمة المرور
people-sign-in-button = تسجيل الدخول
people-sign-in-forgot = هل نسيت كلمة المرور؟
people-sign-in-wrong = البريد الإلكتروني وكلمة المرور لا يتطابقان. حاول مرة أخرى.
people-code-title = رمزك
people-code-label = رمز من ستة أرقام
people-code-hint = افتح التطبيق في هاتفك واكتب الرمز الذي يظهر فيه.
people-code-wrong = هذا الرمز غير صحيح أو سبق استعماله. انتظر الرمز التالي واكتبه.
people-code-lost = ليس معك هاتفك أو لديك هاتف جديد؟ اطلب من المسؤول إعادة ضبط الخطوة الثانية.
people-enrol-title = إعداد الخطوة الثانية
people-enrol-why = أنت ترى بيانات السكان، ولذلك لا تكفي كلمة المرور وحدها. تقوم بهذا الإعداد مرة واحدة.
people-enrol-app = ثبّت في هاتفك تطبيقاً للرموز مثل FreeOTP أو Aegis.
people-enrol-scan = امسح الصورة أدناه بهذا التطبيق أو اكتب المفتاح.
people-enrol-code = اكتب الرمز الذي يظهر في التطبيق.
people-enrol-picture = رمز QR يحتوي على مفتاح تطبيقك. المفتاح مكتوب أيضاً بالحروف أدناه.
people-enrol-secret = المفتاح بالحروف:
people-enrol-button = إعداد وتسجيل الدخول
people-enrol-there = لديك خطوة ثانية بالفعل. هل لديك هاتف جديد؟ اطلب من المسؤول إزالة الخطوة القديمة.
people-enrol-link = إعداد خطوة ثانية لتسجيل الدخول
people-sign-out-title = تسجيل الخروج
people-signed-out-title = لقد سجلت الخروج
people-signed-out-text = لا يستطيع أحد أن يواصل استخدام حسابك على هذا الجهاز.
people-signed-out-again = تسجيل الدخول من جديد

people-password-title = تغيير كلمة المرور
people-password-text = اختر جملة طويلة تتذكرها جيداً. سيُسجَّل خروجك من أجهزتك الأخرى.
people-password-old-label = كلمة المرور الحالية
people-password-new-label = كلمة المرور الجديدة
people-password-new-hint = اثنا عشر حرفاً على الأقل.
people-password-again-label = كلمة المرور الجديدة مرة أخرى
people-password-button = غيّر كلمة المرور
people-password-done = تم تغيير كلمة المرور.
people-password-old-wrong = هذه ليست كلمة المرور الحالية.
people-password-short = كلمة المرور قصيرة جداً. استعمل { $fewest } حرفاً على الأقل.
people-password-long = كلمة المرور طويلة جداً. استعمل { $most } حرفاً على الأكثر.
people-password-weak = من السهل تخمين كلمة المرور هذه. اختر غيرها.
people-password-differs = كلمتا المرور الجديدتان غير متطابقتين. اكتبهما من جديد.

people-forgotten-title = نسيت كلمة المرور
people-forgotten-text = اكتب عنوان البريد الذي تدخل به. تصلك رسالة فيها رابط تختار به كلمة مرور جديدة.
people-forgotten-no-mail = هذا الموقع لا يرسل بريدًا الآن. اطلب من المسؤول كلمة مرور جديدة.
people-forgotten-button = أرسلوا لي رابطًا
people-forgotten-no-computer = لا يمكنك الوصول إلى بريدك؟ يستطيع المسؤول أيضًا أن يعطيك كلمة مرور جديدة.
people-forgotten-sent = إذا كان عنوان البريد هذا لحساب موجود، فستصلك رسالة الآن. يعمل الرابط فيها ساعة واحدة ومرة واحدة. لم يصلك شيء؟ انظر في البريد غير المرغوب فيه، أو اسأل المسؤول.
people-forgotten-passed = هذا الرابط لم يعد يعمل. استُعمل من قبل، أو مضى عليه أكثر من ساعة. اطلب رابطًا جديدًا أدناه.
people-forgotten-new-title = اختر كلمة مرور جديدة
people-forgotten-new-text = اختر جملة طويلة تتذكرها جيدًا. سيتم إخراجك من كل جهاز أنت داخل منه الآن.
people-forgotten-done = تغيرت كلمة مرورك. ادخل بالكلمة الجديدة.
people-forgotten-mail-subject = كلمة مرور جديدة لـ { $municipality }
people-forgotten-mail-text =
    مرحبًا { $name }،

    طلبت كلمة مرور جديدة. اخترها هنا:

    { $link }

    يعمل الرابط حتى الساعة { $until }، ومرة واحدة فقط.

    لم تطلب هذا؟ لا داعي لأن تفعل شيئًا. كلمة مرورك تبقى كما هي.

    { $municipality }

people-kept-title = ما كتبته محفوظ
people-kept-text = تم تسجيل خروجك أثناء الكتابة. تجد أدناه ما كتبته. راجعه ثم أرسله.
people-kept-files = { $count ->
    [zero] لا توجد ملفات.
    [one] كان مع نموذجك ملف واحد ولم يُحفظ. أضفه لاحقاً من جديد.
    [two] كان مع نموذجك ملفان ولم يُحفظا. أضفهما لاحقاً من جديد.
    [few] كانت مع نموذجك { $count } ملفات ولم تُحفظ. أضفها لاحقاً من جديد.
    [many] كان مع نموذجك { $count } ملفاً ولم تُحفظ. أضفها لاحقاً من جديد.
   *[other] كان مع نموذجك { $count } ملف ولم تُحفظ. أضفها لاحقاً من جديد.
}
people-stale-text = لم يُرسل شيء: هذا النموذج يعود إلى زيارة سابقة. تجد أدناه ما كتبته. راجعه ثم أرسله من جديد.
people-kept-ticked = نعم
people-kept-button = أرسل هذا
people-kept-throw = تخلص من هذا
people-kept-gone = تم التخلص مما كتبته.

people-fault-home = إلى الصفحة الأولى
people-fault-missing-title = هذه الصفحة غير موجودة
people-fault-missing-text = ربما كُتب العنوان خطأ أو لم تعد الصفحة موجودة. تابع البحث من الصفحة الأولى.
people-fault-host-title = لا يوجد شيء هنا
people-fault-host-text = لا توجد بلدية على هذا العنوان. تحقق من العنوان.
people-fault-forbidden-title = لا يُسمح لك بهذا
people-fault-forbidden-text = دورك لا يمنحك هذا الحق. لم يتغير شيء. اسأل المسؤول إذا كنت تظن أن هذا خطأ.
people-fault-token-title = انتهت صلاحية هذا النموذج
people-fault-token-text = لم يُرسل شيء. ارجع خطوة واحدة في المتصفح: ما كتبته ما زال هناك. أعد تحميل الصفحة وأرسل النموذج مرة أخرى.
people-fault-sign-in-title = سجل الدخول أولاً
people-fault-sign-in-text = سجل الدخول أولاً.
people-fault-busy-title = هناك ضغط كبير الآن
people-fault-busy-text = لم يُرسل شيء. ارجع خطوة وحاول مرة أخرى بعد دقيقة.
people-fault-too-many-title = حاولت مرات كثيرة
people-fault-too-many-text = انتظر دقيقة وحاول مرة أخرى.
people-fault-too-large-title = هذا كبير جداً
people-fault-too-large-text = لم يُحفظ شيء. ارجع خطوة واختصر النص أو أرسل ملفات أصغر أو أقل.
people-fault-unreadable-title = لا نستطيع قراءة هذا
people-fault-unreadable-text = لم يُحفظ شيء. ارجع خطوة وحاول مرة أخرى.
people-fault-no-form = ما وصل ليس نموذجاً من هذا الموقع.
people-fault-no-text = في النموذج علامات ليست نصاً.
people-fault-not-now-title = هذا غير ممكن الآن
people-fault-not-now-text = تغير الأمر في هذه الأثناء أو لم يصل إلى هذه المرحلة بعد. لم يُحفظ شيء. أعد تحميل الصفحة لترى الوضع الآن.
people-fault-broken-title = حدث خطأ لدينا
people-fault-broken-text = نرى الخطأ في سجلنا. لم يُحفظ شيء. حاول لاحقاً أو اتصل بنا.
