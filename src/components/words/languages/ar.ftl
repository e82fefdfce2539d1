### ما يقوله اللوح بالعربية. تسمّى Case في Dynamics «حالة» و Contact «جهة اتصال».

## الرأس والشريط والقائمة

tasks-title = المهام
tasks =
    { $count ->
        [zero] لا مهام
        [one] مهمة واحدة ({ $count })
        [two] مهمتان ({ $count })
        [few] { $count } مهام
        [many] { $count } مهمة
       *[other] { $count } من المهام
    }
waiting = { $count } قيد الانتظار
to-waiting = الانتقال إلى المهمة المنتظرة
to-look-at = { $count } بحاجة إلى المراجعة
rail = { $tasks }. افتح اللوح.
no-tasks = لا توجد مهام. تظهر هنا مكالمات Flex ومحادثاته.
no-tasks-yet = تظهر المكالمات والمحادثات هنا بمجرد اتصال Flex.
more-tasks =
    { $count ->
        [zero] لا مهام أخرى.
        [one] مهمة أخرى ({ $count }) لا تظهر هنا بل في Flex.
        [two] مهمتان أخريان ({ $count }) لا تظهران هنا بل في Flex.
        [few] { $count } مهام أخرى لا تظهر هنا بل في Flex.
        [many] { $count } مهمة أخرى لا تظهر هنا بل في Flex.
       *[other] { $count } من المهام الأخرى لا تظهر هنا بل في Flex.
    }
between = { "، " }
language-choice = اللغة
language-automatic = كما في Dynamics

## لوحة المفاتيح

shortcuts = اختصارات لوحة المفاتيح
shortcuts-where = تعمل ما دمت في اللوح: انقر داخله أولًا أو انتقل إليه بمفتاح Tab. ولكل من Dynamics و Flex مفاتيحه الخاصة.
shortcuts-which = القبول والرفض يخصّان الصف الذي أنت عليه إن كان قيد الانتظار. وإلا فيخصّان الصف الأول: مكالمة منتظرة، أو المهمة الأطول انتظارًا.
shortcuts-on = تفعيل الاختصارات
shortcut-next = المهمة التالية
shortcut-previous = المهمة السابقة
shortcut-nth = من المهمة الأولى إلى التاسعة
shortcut-help = هذه القائمة
shortcut-rows = من صف إلى صف في القائمة
shortcut-buttons = إلى أزرار الصف
close = إغلاق
key-shift = Shift
key-enter = Enter
key-home = Home
key-end = End
news = { $customer }: { $news }
no-longer-waiting = لم يعد { $customer } ينتظر.
task-over = { $customer }: انتهت المهمة.
new-tasks =
    { $count ->
        [zero] لا مهام جديدة.
        [one] مهمة جديدة ({ $count }).
        [two] مهمتان جديدتان ({ $count }).
        [few] { $count } مهام جديدة.
        [many] { $count } مهمة جديدة.
       *[other] { $count } من المهام الجديدة.
    }
more-changes =
    { $count ->
        [zero] لا تغييرات أخرى في القائمة.
        [one] تغيير آخر في القائمة ({ $count }).
        [two] تغييران آخران في القائمة ({ $count }).
        [few] { $count } تغييرات أخرى في القائمة.
        [many] { $count } تغييرًا آخر في القائمة.
       *[other] { $count } من التغييرات الأخرى في القائمة.
    }

## الاتصالات

connections = الاتصالات
dynamics = Dynamics
flex = Flex
flex-area = Twilio Flex
link = { $name }: { $state }
link-connecting = جارٍ الاتصال
link-connected = متصل
link-silent = لا يستجيب
link-not-connected = غير متصل
link-loading = جارٍ التحميل
link-waiting = لا استجابة
link-reconnecting = جارٍ إعادة الاتصال
link-signed-out = تم تسجيل الخروج
link-replaced = فُتح في مكان آخر
link-other-version = إصدار آخر
link-too-old = قديم جدًا
loading-flex = جارٍ تحميل Flex

## النشاط

activity = نشاطك في Flex
activity-offline = { $name }: لا يُجري Flex أي مكالمات، ولا تُوجَّه المهام إليك
activity-available = { $name }: تُوجَّه المهام إليك
activity-away = { $name }: لا تُوجَّه المهام إليك

## مهمة

channel =
    { $channel ->
        [voice] مكالمة
        [callback] معاودة اتصال
        [voicemail] بريد صوتي
        [chat] محادثة ويب
        [sms] رسالة نصية
        [email] بريد إلكتروني
        [whatsapp] WhatsApp
        [messenger] Messenger
        [instagram] Instagram
        [google-business] Google Business
        [apple-messages] Apple Messages
        [rcs] RCS
       *[other] { $name }
    }
state-calling = جارٍ الاتصال
state-waiting = قيد الانتظار
state-on-hold = معلّقة
state-in-call = في مكالمة
state-active = نشطة
state-wrap-up = الأعمال الختامية
state-paused = متوقفة مؤقتًا
unread = { $count } غير مقروءة
whole-time = ‏{ $time } إجمالًا
awaits-answer = ينتظر العميل ردًا منذ { $time }.
muted = مكتوم
opening = جارٍ الفتح
ready = جاهز
record-ready = السجل جاهز
selected = محددة
unknown-customer = عميل غير معروف
no-record = لا يوجد سجل
entity =
    { $entity ->
        [case] الحالة
       *[contact] جهة الاتصال
    }
arrival =
    { $kind ->
        [voice] جديد: مكالمة من { $customer } قيد الانتظار.
        [callback] جديد: معاودة اتصال بـ { $customer } قيد الانتظار.
        [voicemail] جديد: بريد صوتي من { $customer } قيد الانتظار.
        [chat] جديد: محادثة من { $customer } قيد الانتظار.
        [sms] جديد: رسالة نصية من { $customer } قيد الانتظار.
        [email] جديد: بريد إلكتروني من { $customer } قيد الانتظار.
       *[other] جديد: { $name } من { $customer } قيد الانتظار.
    }
foreign-record =
    { $entity ->
        [case] الحالة التي في المقدمة تخص { $customer }، لا هذا العميل.
       *[contact] جهة الاتصال التي في المقدمة هي { $customer }، لا هذا العميل.
    }
    .remedy = لا تكتب فيها شيئًا عن هذه المحادثة.
foreign-record-unnamed =
    { $entity ->
        [case] الحالة التي في المقدمة تخص عميلًا آخر.
       *[contact] جهة الاتصال التي في المقدمة عميل آخر.
    }
    .remedy = لا تكتب فيها شيئًا عن هذه المحادثة.
out-of-reach = قد يكون السجل مفتوحًا في جلسة عمل تطبيق آخر.
    .remedy = إن كنت لا تراه، فانتقل إلى تلك الجلسة، أو افتحه هنا.

## الأزرار

about = { $act }: { $customer }
accept = قبول
decline = رفض
hold = تعليق
unhold = استئناف
hang-up = إنهاء المكالمة
cancel-call = إلغاء المكالمة
leave-call = مغادرة
end = إنهاء
complete = إكمال
copy-number = نسخ الرقم
number-copied = نُسخ الرقم
open =
    { $entity ->
        [case] فتح الحالة
       *[contact] فتح جهة الاتصال
    }
needs-flex = ‏Flex غير متصل
call-not-here = لم تصل المكالمة إلى هذا المتصفح بعد
dismiss = تجاهل
reload = إعادة التحميل
reload-flex = إعادة تحميل Flex
work-here = العمل هنا

## مشكلات الاتصال بـ Flex

flex-not-answering = لم يستجب Flex بعد.
    .remedy = إذا طلب Flex تسجيل الدخول، فسجّل الدخول أدناه واسمح بالنافذة المنبثقة. يواصل اللوح الانتظار.
flex-signed-out = تم تسجيل خروجك من Flex.
    .remedy = سجّل الدخول مجددًا أدناه، أو أعد تحميل Flex.
flex-replaced = فُتح Flex في مكان آخر، فأُغلق هنا.
    .remedy = أغلق الآخر، ثم أعد تحميل Flex.
flex-other-version = برنامج اللوح النصي في Flex من إصدار آخر ({ $theirs }).
    .remedy = يعمل Flex لكن دون مزامنة. على المسؤول نشر البرنامج النصي واللوح من إصدار واحد.
flex-unfit = لا يمكن للوح العمل مع هذا الإصدار من Flex، إذ ينقصه { $lacks }.
    .remedy = يعمل Flex لكن دون مزامنة. على المسؤول نقل الحساب إلى Flex UI 2.6 أو أحدث.
stale =
    { $why ->
        [loading] جارٍ تحميل Flex.
        [not-answering] لم يستجب Flex بعد.
        [reconnecting] يعيد Flex الاتصال.
        [signed-out] تم تسجيل خروجك من Flex.
        [replaced] فُتح Flex في مكان آخر.
       *[out-of-step] Flex غير متزامن.
    }
    .remedy = قد لا تكون القائمة محدّثة.
checklist = ما ينبغي للمسؤول التحقق منه
checklist-allowed = في Twilio Console، ثم Flex، ثم Allowed URLs: كلٌّ من { $panel } و{ $dynamics } مدرج.
checklist-origins = في تكوين Flex، ضمن ui_attributes.cif_panel.origins: العنوان { $panel } مدرج.
checklist-plugin = برنامج اللوح النصي منشور في Flex كمكوّن إضافي.
checklist-popup = يتم تسجيل الدخول إلى Flex عبر نافذة منبثقة، والمتصفح يسمح بها هنا.

## مشكلات المهمة

attributes-unreadable = تتعذر قراءة تفاصيل المهمة.
    .remedy = يمكنك معالجة المهمة؛ ابحث بنفسك عن سجل العميل في Dynamics.
malformed-id = قيمة { $attribute } للمهمة، وهي «{ $value }»، ليست معرّف سجل.
    .remedy = يمكنك معالجة المهمة؛ ابحث بنفسك عن سجل العميل في Dynamics.
record-not-found =
    { $entity ->
        [case] لا توجد هذه الحالة في Dynamics.
       *[contact] لا توجد جهة الاتصال هذه في Dynamics.
    }
    .remedy = ربما حُذف السجل، أو ليس لديك إذن لقراءته.
record-ambiguous =
    { $entity ->
        [case] عدد السجلات التي يذكرها Dynamics لهذه الحالة: { $count }.
       *[contact] عدد السجلات التي يذكرها Dynamics لجهة الاتصال هذه: { $count }.
    }
    .remedy = لم يُفتح أي شيء. افتح السجل على أي حال، أو ابحث عنه في Dynamics.
record-refused =
    { $entity ->
        [case] تعذر فتح الحالة: { $why }.
       *[contact] تعذر فتح جهة الاتصال: { $why }.
    }
    .remedy = حاول فتح السجل مرة أخرى.
record-forbidden =
    { $entity ->
        [case] لا يحق لك فتح هذه الحالة: ينقصك { $privilege }.
       *[contact] لا يحق لك فتح جهة الاتصال هذه: ينقصك { $privilege }.
    }
    .remedy = اطلب هذا الامتياز في Dynamics من المسؤول لديك.
record-not-shown =
    { $entity ->
        [case] لم تظهر الحالة بعد.
       *[contact] لم تظهر جهة الاتصال بعد.
    }
    .remedy = قد يكون Dynamics بطيئًا. انتظر قليلًا، أو افتح السجل مرة أخرى.
tab-not-focused = تعذر إحضار علامة التبويب إلى المقدمة: { $why }.
    .remedy = اختر علامة التبويب في Dynamics بنفسك.
session-behind = السجل في جلسة عمل أخرى.
    .remedy = انقر على جلسة عمل العميل عند حافة Dynamics.
session-full = جلسة العمل في Dynamics ممتلئة: لا تتسع لمزيد من علامات التبويب.
    .remedy = أغلق علامة تبويب هناك: يُفتح السجل عندئذٍ تلقائيًا. وإن لم يُفتح، فاضغط «فتح».
session-not-made = تعذر إنشاء جلسة عمل خاصة: { $why }.
    .remedy = يُفتح السجل في جلسة العمل التي في المقدمة.
other-call = هذا المتصفح في مكالمة أخرى، لذلك لم تُنهَ هذه المكالمة.
    .remedy = حدّد المهمة في Flex. عندما تسمع هذه المكالمة، أنهِها مرة أخرى.

## مشكلات الأوامر

flex-action =
    { $action ->
        [SelectTask] تحديد المهمة
        [AcceptTask] قبول المهمة
        [RejectTask] رفض المهمة
        [WrapupTask] إنهاء المحادثة
        [CompleteTask] إكمال المهمة
        [HangupCall] إنهاء المكالمة
        [HoldCall] تعليق المكالمة
        [UnholdCall] استئناف المكالمة
        [SendDTMFDigits] إرسال التحويلة
        [StartOutboundCall] بدء المكالمة
        [SetActivity] تغيير النشاط
       *[other] { $action }
    }
command-failed = لم ينفّذ Flex «{ $action }»: { $why }.
    .remedy = تحقق أدناه في Flex مما إذا كان قد نُفّذ، ثم حاول مرة أخرى.
command-timed-out = لم يُعلِم Flex في الوقت المناسب بما إذا كان قد نفّذ «{ $action }».
    .remedy = تحقق أدناه في Flex مما إذا كان قد نُفّذ، ثم حاول مرة أخرى.
command-not-connected = ‏Flex غير متصل
command-no-answer = لم يستجب Flex في الوقت المناسب
command-unknown-task = لم تعد هذه المهمة لدى Flex
command-refused = رفض Flex ذلك
command-refused-because = رفض Flex ذلك («{ $words }»)
command-held-back = يؤخّره مكوّن إضافي في Flex، وقد يأتي لاحقًا
command-not-its-call = المكالمة في هذا المتصفح مكالمة أخرى
activity-not-changed = لم يغيّر Flex نشاطك.
    .remedy = تحقق من السبب في Flex، ثم اختر النشاط مرة أخرى.
activity-held-back = يؤخّر مكوّن إضافي في Flex تغيير النشاط هذا.
    .remedy = قد يأتي لاحقًا. تحقق في Flex مما ينتظره المكوّن.
mode-refused = تعذر إرساء اللوح أو تصغيره: { $why }.
    .remedy = استخدم الزر الموجود على حافة اللوح.
call-timed-out = لم يستجب Dynamics في الوقت المناسب
call-malformed = أجاب Dynamics بما لا يفهمه اللوح
call-refused = رفض Dynamics ذلك
call-refused-because = رفض Dynamics ذلك («{ $words }»)

## مشكلات طلب الأرقام

reading-number = تجري قراءة «{ $text }» بوصفه رقم هاتف.
    .remedy = تبدأ المكالمة بمجرد التأكد من أنه رقم.
dialling = جارٍ بدء المكالمة مع { $number }.
    .remedy = تظهر المكالمة في القائمة بمجرد أن يبدأها Flex.
dialling-unnamed = جارٍ بدء المكالمة.
    .remedy = تظهر المكالمة في القائمة بمجرد أن يبدأها Flex.
not-a-number = لم يُطلب «{ $text }»: هذا ليس رقم هاتف.
    .remedy = صحّح الحقل، أو اطلب الرقم في Flex.
no-country = لم يُطلب «{ $text }»: ينقصه رمز البلد.
    .remedy = اكتب الرقم مع رمز البلد (‎+966 …). يمكن للمسؤول تعيين defaultCountry في config.json.
not-of-country = لم يُطلب «{ $text }»: ليس رقمًا من هذا البلد: { $country }.
    .remedy = إن كان رقمًا من بلد آخر، فاكتبه مع + ورمز البلد. وإلا فصحّح الحقل.
too-short = لم يُطلب «{ $text }»: الرقم قصير جدًا.
    .remedy = صحّح الحقل، أو اطلب الرقم في Flex.
too-long = لم يُطلب «{ $text }»: الرقم طويل جدًا.
    .remedy = صحّح الحقل، أو اطلب الرقم في Flex.
letters-no-number = لم يُطلب «{ $text }»: أحرفه لا تشكّل رقمًا.
    .remedy = صحّح الحقل، أو اطلب الرقم في Flex.
several-numbers = يحتوي «{ $text }» على عدة أرقام.
    .remedy = اختر الرقم الذي تريد الاتصال به.
call-number = الاتصال بالرقم { $number }
call-extension = الاتصال بالرقم { $number }، التحويلة { $extension }
send-extension = إرسال التحويلة { $digits }
enter-extension = التحويلة { $digits }.
    .remedy = أدخلها على هاتفك بمجرد الرد على المكالمة.
rules-not-loaded = لم يُطلب «{ $text }»: تعذر تحميل قواعد أرقام الهواتف.
    .remedy = انقر فوق الرقم مرة أخرى، أو اطلبه في Flex.
call-live = أنت في مكالمة بالفعل.
    .remedy = أنهِها، ثم انقر فوق الرقم مرة أخرى.
call-waits = توجد مكالمة قيد الانتظار.
    .remedy = اقبلها أو ارفضها أولاً، ثم انقر فوق الرقم مرة أخرى.
callback-is-call = يعدّ Flex معاودة اتصال في قائمتك مكالمةً؛ قناتها غير مسجلة.
    .remedy = أكمل معاودة الاتصال، أو اطلب الرقم في Flex. ينبغي للمسؤول تسجيل قناة مهام لمعاودات الاتصال في Flex.
call-live-elsewhere = توجد مكالمة جارية في النافذة التي تحتوي على Flex.
    .remedy = أنهِها هناك، ثم اختر العمل هنا مرة أخرى.
not-carried = لم تستجب أي نافذة تحتوي على Flex، لذلك لم يُنفَّذ ما فعلته هنا.
    .remedy = انتظر حتى تحتوي إحدى النوافذ على Flex، ثم حاول مرة أخرى.
perhaps-carried = لم تستجب النافذة التي تحتوي على Flex، لذلك لا يُعرف إن كان ما فعلته هنا قد نُفِّذ.
    .remedy = تحقق من القائمة قبل أن تحاول مرة أخرى.
worker-offline = أنت غير متصل في Flex، لذلك لم تبدأ أي مكالمة.
    .remedy = اختر نشاطًا آخر في Flex، ثم انقر فوق الرقم مرة أخرى.
flex-not-connected = ‏Flex غير متصل، لذلك لم تبدأ أي مكالمة.
    .remedy = انتظر حتى يتصل Flex، أو سجّل الدخول إليه، ثم انقر فوق الرقم مرة أخرى.
no-outbound-task = لم يبدأ Flex المكالمة مع { $number }.
    .remedy = تحقق من أن هذا المتصفح يمكنه استخدام الميكروفون، ثم حاول مرة أخرى.
no-outbound-task-unnamed = لم يبدأ Flex المكالمة التي طلبتها قبل إعادة التحميل.
    .remedy = تحقق من أن هذا المتصفح يمكنه استخدام الميكروفون، ثم حاول مرة أخرى.

## مشكلات Dynamics

not-in-dynamics = هذه الصفحة ليست داخل Dynamics.
    .remedy = افتح Dynamics؛ يظهر اللوح هناك. يُسجَّل عنوانه في سجل موفر القناة.
library-not-loaded = تعذر تحميل مكتبة العميل الخاصة بـ Dynamics من { $url }.
    .remedy = على المسؤول التحقق من dynamicsUrl في config.json ومن Content-Security-Policy لهذه الصفحة.
host-silent = لا يستجيب Dynamics.
    .remedy = تواصل اللوحة الانتظار. إذا استمر ذلك، فأعد تحميل الصفحة؛ وعلى المسؤول التحقق من أن عنوان URL للقناة لدى الموفر هو هذه الصفحة.
host-silent-because = لا يستجيب Dynamics كما ينبغي: { $why }.
    .remedy = تواصل اللوحة الانتظار. إذا استمر ذلك، فأعد تحميل الصفحة؛ وعلى المسؤول التحقق من أن عنوان URL للقناة لدى الموفر هو هذه الصفحة.
other-organization = يقول Dynamics إنه { $told }، وهي ليست المؤسسة التي تم تكوينها.
    .remedy = على المسؤول التحقق من dynamicsUrl في config.json.
events-not-heard = قد لا يعلم اللوح بما يحدث في Dynamics: { $why }.
    .remedy = حدد المهام في القائمة لا عبر علامات تبويبها، واطلب الأرقام في Flex. أعد تحميل الصفحة للمحاولة مرة أخرى.
click-to-act-refused = لا يمكن النقر فوق حقول الهاتف للاتصال: { $why }.
    .remedy = اطلب الرقم في Flex. يمكن للمسؤول تشغيل click-to-act في سجل الموفر.
custom-parameters = لا تُستخدم Custom Parameters الخاصة بالموفر. { $why }
    .remedy = تبقى القيم التي تم تكوينها. على المسؤول تصحيح سجل الموفر.

## مشكلات التكوين

place =
    { $place ->
        [file] config.json
        [build] الإعدادات الافتراضية لهذا الإصدار (‎.env)
       *[custom-parameters] ‏Custom Parameters لموفر القناة
    }
config-silent = تعذر جلب config.json: لم يستجب الخادم.
config-status = تعذر جلب config.json: أجاب الخادم بـ { $status }.
config-failed = تعذر جلب config.json ({ $words }).
config-not-json = { $place }: المتوقع كائن JSON، لكن المحتوى ليس JSON بدءًا من السطر { $line }، العمود { $column }.
config-not-an-object = { $place }: المتوقع كائن JSON، لكن المحتوى شيء آخر.
config-unknown-key = { $place }: المفتاح «{ $key }» غير معروف. المفاتيح المعروفة: { $known }.
config-not-there = { $place }: لا يمكن تعيين «{ $key }» إلا في config.json وعند الإنشاء.
config-bad-value = { $place }: قيمة «{ $key }» هي { $value }، وهي غير مسموح بها. المسموح به: { $allowed }.
config-missing = لم يُعيَّن «{ $key }» في config.json ولا عند الإنشاء. المسموح به: { $allowed }.
defaults-in-force = لا يوجد config.json على الخادم، لذلك تسري القيم الافتراضية لهذا الإصدار.
    .remedy = إذا كان ذلك مقصودًا، فيمكن للمسؤول وضع config.json يحتوي على {"{}"} بجوار index.html. وإذا كان موجودًا، فالخادم لا يقدمه: يجب تعريف نوع MIME للامتداد ‎.json في IIS.
allowed =
    { $key ->
        [dynamicsUrl] عنوان https لمؤسسة على dynamics.com أو على سحابة سيادية، من دون مسار (http على localhost فقط)، ومن دون dynamicsOrg إلى جانبه
        [dynamicsOrg] اسم مؤسسة مثل acme أو acme.crm4، ومن دون dynamicsUrl إلى جانبه
        [flexUrl] عنوان https (‏http على localhost فقط)
        [defaultCountry] بلد من حرفين (ISO 3166) مثل SA
        [popOn] ‏reserved أو accepted
        [arrival] ‏auto أو keep أو bring أو wait
        [openWith] ‏auto أو search أو form
        [sessions] ‏shared أو perTask
        [sessionTemplate] الاسم الفريد لقالب جلسة عمل
       *[enableClickToAct] ‏ask أو never
    }
config-title = لم يتم إعداد اللوح بشكل صحيح
config-remedy = على المسؤول تصحيح ذلك، ثم إعادة تحميل الصفحة.

## النوافذ والصفحات

following = يعمل Flex في نافذة أخرى فُتحت الساعة { $time }.
    .remedy = ما تفعله هنا يُنفَّذ هناك.
looking-for-leader = جارٍ البحث عن النافذة التي تحتوي على Flex.
    .remedy = إن لم توجد، يُحمَّل Flex هنا.
alone = لا يتيح هذا المتصفح لنوافذك التواصل فيما بينها، لذلك تحمّل كل نافذة Flex لنفسها.
    .remedy = أبقِ Dynamics مفتوحًا في نافذة واحدة فقط: يغلق Flex جميع النوافذ عدا الأحدث.
starting = جارٍ بدء التشغيل
crashed = توقف اللوح
    .remedy = تستمر مكالماتك ومحادثاتك في Flex. أعد تحميل اللوح لإظهارها على الشاشة مجددًا.

## عند التحميل، قبل Rust (start.js)

load-slow = لم يبدأ تشغيل اللوح بعد
    .remedy = أعد تحميل الصفحة. إذا استمر ذلك، فعلى المسؤول التحقق من start.js.
load-failed = تعذر بدء تشغيل اللوح
    .remedy = أعد تحميل الصفحة. إذا استمر ذلك، فعلى المسؤول معرفة ما يلي:
load-not-served = يجيب الخادم بـ { $status } عند طلب { $file }.
    .remedy = انسخ المجلد dist/‎ كاملًا إلى الخادم؛ ويجب أيضًا تعريف نوع MIME للامتداد ‎.wasm في IIS.
load-page-instead = يجيب الخادم بصفحة بدلًا من { $file }.
    .remedy = انسخ المجلد dist/‎ كاملًا إلى الخادم، واجعله يجيب بـ 404 عن الملف المفقود، لا بـ index.html.
load-forbidden = تمنع Content-Security-Policy الخاصة بالصفحة WebAssembly.
    .remedy = أضف 'wasm-unsafe-eval' إلى script-src فيها.
load-unsupported = لا يدعم هذا المتصفح WebAssembly، أو أنه معطَّل فيه.
    .remedy = استخدم إصدارًا حديثًا من Edge أو Chrome مع السماح بـ WebAssembly.
load-old-page = هذه الصفحة قديمة ومصدرها ذاكرة تخزين مؤقت: لم يعد { $file } موجودًا على الخادم.
    .remedy = أرسل Cache-Control: no-cache مع index.html.
load-unusable = تعذر استخدام { $file } ({ $words }).
    .remedy = تحقق من الاتصال ومن إصدار المتصفح ومن الملف على الخادم.

## Diagnostics

diagnostics = التشخيص
back = رجوع
diagnostics-versions = الإصدارات
diagnostics-configuration = التكوين
diagnostics-counters = العدّادات
diagnostics-log = الأحداث والتأثيرات
diagnostics-untold = غير معلوم
diagnostics-unset = غير محدد
diagnostics-personal = إظهار البيانات الشخصية
    .remedy = وإلا تُحجب الأسماء والأرقام والعناوين والسجلات، هنا وفي ما تنسخه أو تنزّله.
diagnostics-copy = نسخ
diagnostics-copied = تم نسخ التقرير
diagnostics-not-copied = لم يُنسخ: نزّل التقرير بدلاً من ذلك
diagnostics-download = تنزيل
diagnostics-search = بحث
diagnostics-direction = الاتجاه
diagnostics-side = الجهة
diagnostics-all = الكل
diagnostics-event = حدث
diagnostics-effect = تأثير
diagnostics-matches = { $count } من { $all }
diagnostics-more = عرض الأقدم
