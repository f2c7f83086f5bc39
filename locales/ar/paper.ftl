# The words of `case access` in Arabic. What is not here is English.

day-full = { $weekday } { $day }
day-date = { $day } { $month } { $year }
day-month = { $month } { $year }
day-range = من { $from } إلى { $to }

weekday-mon = الاثنين
weekday-tue = الثلاثاء
weekday-wed = الأربعاء
weekday-thu = الخميس
weekday-fri = الجمعة
weekday-sat = السبت
weekday-sun = الأحد

month-1 = كانون الثاني/يناير
month-2 = شباط/فبراير
month-3 = آذار/مارس
month-4 = نيسان/أبريل
month-5 = أيار/مايو
month-6 = حزيران/يونيو
month-7 = تموز/يوليو
month-8 = آب/أغسطس
month-9 = أيلول/سبتمبر
month-10 = تشرين الأول/أكتوبر
month-11 = تشرين الثاني/نوفمبر
month-12 = كانون الأول/ديسمبر

join-comma = { "، " }
join-details = { " — " }
join-colon = { ": " }
nobody = لا أحد

none = لا يوجد

yes = نعم

no = لا

because = السبب: { $text }

of-person = { $what } (الشخص رقم { $person })

column-date = التاريخ
column-what = الموضوع
column-state = الحالة
column-recorded = يوم التسجيل
column-by = بواسطة
column-why = السبب

deadline-safe = اليوم المأمون: { $day }
deadline-arguable = آخر يوم يمكن الدفاع عنه: { $day }
deadline-still-arguable = لا يزال يمكن الدفاع عنه حتى: { $day }
deadline-not-arguable = كان يمكن الدفاع عنه حتى: { $day }
deadline-restoration = إذا فات الأجل: { $text } ({ $citation })
deadline-unknown = غير معروف: { $facts }
deadline-unconfirmed = غير مؤكد: اليوم الذي يبدأ منه الأجل غير أكيد ويجب التحقق منه
deadline-at-once = لا يذكر القانون عدداً من الأيام: يجب التصرف فوراً
deadline-no-number = لا يُحسب هنا تاريخ: اقرأ ما تقوله القاعدة
deadline-first-day = أول يوم يمكن القيام به فيه، وليس الأخير
deadline-second = أدخله { $by }، ولم يتحقق أحد آخر من اليوم بعد
deadline-told = أُبلغ به: { $day }، { $means }، اللغة: { $language }؛ يقدّمه الشخص بنفسه
deadline-watched = يتابعه { $by }
deadline-they-file = يقدّمه الشخص بنفسه
mark-unsigned = لم يوقّع أحد على هذه القاعدة بعد: ليتحقق منها محامٍ
mark-local = قاعدة لهذه المنظمة وليست للبرنامج
mark-provisional = قد يتغير: تقويم أو عدد ليس نهائياً
mark-remembered = من الذاكرة، أو قُرئ جزئياً، أو في نص قديم: تحقق منه قبل الاعتماد عليه
deadline-no-date = دون تاريخ
deadline-of = الشخص رقم { $person }: { $what }

due-since = منذ: { $day }

field-unknown = { $field } (غير معرَّف هنا)

access-title = ما يحتفظ به هذا المكتب في الملف { $case }
access-title-person = ما يحتفظ به هذا المكتب عن الشخص رقم { $person } في الملف { $case }
access-lead = هنا كل ما هو مسجَّل، ومنه أيضاً ما استُبدل أو أُلغي. وقد دُوِّن في السجل أن هذه الورقة طُبعت.
access-law = ما تقوله قواعد القانون مكتوب بالإنجليزية كما هو في سجل القواعد، وما كتبه العاملون في هذا المكتب مكتوب بكلماتهم هم. اطلبوا أن يُقرأ لكم ذلك بلغتكم.
access-who = من عليه القيام بالإجراء
access-office = هذا المكتب
access-remember = تاريخ يجب تذكّره
access-from = تُحسب من
access-notes = { $count ->
    [one] هناك ملاحظة أو خطوة تالية واحدة تخص الملف كله ليست في هذه الورقة، لأنها قد تتحدث عن أشخاص آخرين: على المكتب أن يقرأها ويبلّغ هذا الشخص بما يخصه منها.
    [two] هناك ملاحظتان أو خطوتان تاليتان تخصان الملف كله ليستا في هذه الورقة، لأنهما قد تتحدثان عن أشخاص آخرين: على المكتب أن يقرأهما ويبلّغ هذا الشخص بما يخصه منهما.
    [few] هناك { $count } ملاحظات أو خطوات تالية تخص الملف كله ليست في هذه الورقة، لأنها قد تتحدث عن أشخاص آخرين: على المكتب أن يقرأها ويبلّغ هذا الشخص بما يخصه منها.
    [many] هناك { $count } ملاحظة أو خطوة تالية تخص الملف كله ليست في هذه الورقة، لأنها قد تتحدث عن أشخاص آخرين: على المكتب أن يقرأها ويبلّغ هذا الشخص بما يخصه منها.
   *[other] هناك { $count } ملاحظة أو خطوة تالية تخص الملف كله ليست في هذه الورقة، لأنها قد تتحدث عن أشخاص آخرين: على المكتب أن يقرأها ويبلّغ هذا الشخص بما يخصه منها.
}
access-case = الملف
access-people = من يخصهم الملف، وعلى ماذا وافقوا
access-notices = ما يعرفه المكتب عن البلد
access-history = ما سُجِّل
access-deadlines = المُهَل
access-sealed = ما هو مختوم، ومن اطّلع عليه
access-sealed-count = { $count ->
    [0] لا شيء مختوم: لا يُحفظ هنا اسم ولا عنوان ولا أي رقم لهذا الشخص.
    [one] ظرف مختوم واحد فيه ما يربط الملف بالشخص. لا يستطيع فتحه إلا من يملك مفتاحه: يمكنكم أن تطلبوا رؤية ما فيه.
    [two] ظرفان مختومان فيهما ما يربط الملف بالشخص. لا يستطيع فتحهما إلا من يملك مفتاحهما: يمكنكم أن تطلبوا رؤية ما فيهما.
    [few] { $count } ظروف مختومة فيها ما يربط الملف بالشخص. لا يستطيع فتحها إلا من يملك مفتاحها: يمكنكم أن تطلبوا رؤية ما فيها.
    [many] { $count } ظرفاً مختوماً فيها ما يربط الملف بالشخص. لا يستطيع فتحها إلا من يملك مفتاحها: يمكنكم أن تطلبوا رؤية ما فيها.
   *[other] { $count } ظرف مختوم فيها ما يربط الملف بالشخص. لا يستطيع فتحها إلا من يملك مفتاحها: يمكنكم أن تطلبوا رؤية ما فيها.
}

show-from = الشخص
show-origin = البلد الأصلي: { $origin }
show-born = سنة الميلاد: { $year }
show-law = قانون الدولة
show-worker = يتابع الملف
show-office = المكتب
show-opened = تاريخ الفتح
show-tags = علامات
show-links = ملفات مرتبطة
show-link-persons = { $link }: هنا الشخص { $own }، وهناك { $there }
show-as-of = المعلومات كما هي في
show-identity = بيانات الهوية
show-sealed = { $count ->
    [one] مختومة في ظرف واحد
    [two] مختومة في ظرفين
    [few] مختومة في { $count } ظروف
    [many] مختومة في { $count } ظرفاً
   *[other] مختومة في { $count } ظرف
}
show-consent = الموافقة
show-nobody-asked = لم يُسأل أحد بعد
show-answer = { $purpose }: { $answer } ({ $day })
show-not-asked = لم يُسأل عن: { $purposes }

person-left = لم يعد في الملف: { $reason } ({ $day })

show-check-in = التواصل للاطمئنان
show-check-in-value = { $count ->
    [one] كل يوم
    [two] كل يومين
    [few] كل { $count } أيام
    [many] كل { $count } يوماً
   *[other] كل { $count } يوم
}، { $how }؛ آخر يوم للتواصل القادم: { $day }
show-mandate = تكليف المكتب
show-measure-until = حتى: { $day }
show-attorney = الوكالة القانونية حتى: { $day }
show-we-file = المستندات نقدّمها نحن
show-they-file = المستندات يقدّمها الشخص نفسه أو من يمثله قانونياً، وليس هذا المكتب
show-risk = الخطر
show-risk-value = { $level }؛ إعادة التقييم في: { $day }

entry-joined = أُضيف الشخص رقم { $person } إلى الملف
entry-left = لم يعد الشخص رقم { $person } في الملف
entry-consent = الموافقة على: { $purpose }
entry-application = طلب للحصول على: { $what }
entry-note = ملاحظة: { $text }
entry-corrects = تصحيح للتسجيل { $event }
entry-fact = { $fact }: { $value }
entry-field = { $field }: { $value }
entry-assigned = يتابع الملف الآن: { $to }
entry-assigned-nobody = لا أحد يتابع الملف الآن
entry-watched = بدأت متابعة المهلة من { $by }: { $what }
entry-unwatched = انتهت متابعة المهلة من { $by }: { $what }
entry-link = مرتبط بالملف { $to }
entry-link-person = مرتبط بالملف { $to }، وهو هناك الشخص { $person }
entry-retraction = أُلغي تسجيل: { $what }
entry-deadline-set = مهلة أُدخلت يدوياً: { $what }
entry-met = أُنجز المطلوب ضمن المهلة: { $what }
entry-waived = تقرر التخلي عن هذه المهلة: { $what }
entry-extended = مُدّدت المهلة إلى { $day } ({ $what })
entry-confirmed = تأكدت المهلة: { $what }
entry-document = أُضيف مستند: { $kind }، مختوم
entry-document-open = أُضيف مستند: { $kind }، غير مختوم
entry-handover = سُلّم الملف إلى مكتب آخر، آخر يوم لاستلامه: { $until }
entry-handover-taken = استُلم الملف من مكتب آخر، { $count ->
    [zero] دون أي تسجيل
    [one] وفيه تسجيل واحد
    [two] وفيه تسجيلان
    [few] وفيه { $count } تسجيلات
    [many] وفيه { $count } تسجيلاً
   *[other] وفيه { $count } تسجيل
}
entry-handover-receipt = أكد المكتب الآخر أن الملف وصله
entry-check-in-set = { $count ->
    [one] تواصل للاطمئنان كل يوم
    [two] تواصل للاطمئنان كل يومين
    [few] تواصل للاطمئنان كل { $count } أيام
    [many] تواصل للاطمئنان كل { $count } يوماً
   *[other] تواصل للاطمئنان كل { $count } يوم
}، { $how }
entry-mandate = تكليف المكتب: { $kind }
entry-told = أُبلغ الشخص بالمهلة ({ $means }، اللغة { $language }): { $what }
entry-task = الخطوة التالية: { $what }، آخر موعد: { $day }
entry-task-act = الخطوة التالية { $end }: { $what }
entry-referred-to = إحالة إلى { $partner }: { $service }
entry-referred-from = إحالة من { $partner }: { $service }
entry-referral-outcome = نتيجة الإحالة: { $outcome }
entry-resettlement = إعادة التوطين في { $country }: { $state }
entry-risk = الخطر: { $level }
entry-detention-review = مراجعة الاحتجاز: { $outcome }

code-application-kind-refugee-status = وضع اللاجئ
code-application-kind-subsidiary-protection = الحماية الفرعية
code-application-kind-single-procedure = الحماية الدولية
code-application-kind-temporary-asylum = اللجوء المؤقت
code-application-kind-temporary-protection = الحماية المؤقتة
code-application-kind-humanitarian = وضع إنساني
code-application-kind-family-extension = شمول أفراد الأسرة بالحماية

code-order-first = طلب أول
code-order-subsequent = طلب لاحق
code-order-reopened = طلب أُعيد فتحه

code-outcome-granted = مُنحت الحماية
code-outcome-refused = رُفض الطلب
code-outcome-closed = أُغلقت الإجراءات دون قرار في الموضوع
code-outcome-allowed = قُبل الطعن
code-outcome-dismissed = رُفض الطعن
code-outcome-remitted = أُعيدت القضية للنظر فيها من جديد
code-outcome-revoked = أُنهي وضع الحماية بقرار
code-outcome-rescinded = الجهة التي أصدرت القرار سحبته

code-protection-refugee-status = وضع اللاجئ
code-protection-subsidiary-protection = الحماية الفرعية
code-protection-temporary-protection = الحماية المؤقتة
code-protection-temporary-asylum = اللجوء المؤقت
code-protection-humanitarian = وضع إنساني
code-protection-other-national = وضع آخر في القانون الوطني

code-basis-unfounded = لا أساس له
code-basis-manifestly-unfounded = لا أساس له بشكل واضح
code-basis-inadmissible = غير مقبول شكلاً
code-basis-excluded = استبعاد من الحماية
code-basis-refused-examination = لم يُدرس موضوع الطلب
code-basis-unspecified = لم يُذكر السبب

code-reason-withdrawn-explicit = سُحب الطلب
code-reason-withdrawn-implicit = اعتُبر الطلب مسحوباً
code-reason-discontinued = أُوقفت الإجراءات
code-reason-died = وفاة
code-reason-departed = مغادرة طوعية
code-reason-removed = إبعاد من قبل الدولة
code-reason-extradited = تسليم إلى دولة أخرى
code-reason-disappeared = اختفاء
code-reason-abducted = خطف
code-reason-resettled = إعادة توطين
code-reason-duplicate = مسجَّل مرتين
code-reason-other = غير ذلك

code-means-post = بالبريد
code-means-registered-letter = برسالة بريدية مسجّلة
code-means-electronic = إلكترونياً
code-means-hand = باليد
code-means-facility = عن طريق مركز الاستقبال
code-means-written = كتابةً
code-means-oral = شفهياً
code-means-interpreter = عن طريق الترجمة الشفهية
code-means-representative = عن طريق وصي أو ممثل
code-means-in-person = حضورياً
code-means-letter = برسالة ورقية
code-means-message = برسالة نصية
code-means-telephone = بالهاتف

code-appointment-held = تم الموعد
code-appointment-moved = أُجّل الموعد، واليوم الجديد غير معروف
code-appointment-cancelled = أُلغي الموعد

code-appeal-kind-administrative-review = اعتراض إداري
code-appeal-kind-appeal = طعن أمام المحكمة
code-appeal-kind-further-appeal = طعن أمام محكمة أعلى
code-appeal-kind-constitutional = شكوى دستورية
code-appeal-kind-international = شكوى إلى هيئة دولية

code-filing-appeal-grounds = أسباب الطعن
code-filing-interim-measure = طلب تدبير مؤقت
code-filing-out-of-time = طلب قبول إجراء متأخر
code-filing-extension-request = طلب تمديد المهلة
code-filing-documents = مستندات
code-filing-reply = رد
code-filing-legal-aid = طلب مساعدة قانونية مجانية
code-filing-fee = دفع الرسم
code-filing-reopening-request = طلب إعادة فتح الإجراءات
code-filing-claim-form = طلب مكتوب
code-filing-registration = التسجيل حضورياً
code-filing-address-notice = إبلاغ عن عنوان جديد
code-filing-renewal = طلب تجديد

code-role-applicant = الشخص مقدّم الطلب
code-role-dependant = شخص مُعال (تابع لطلب شخص آخر)
code-role-unaccompanied-minor = شخص قاصر غير مصحوب بذويه
code-role-separated-child = شخص قاصر منفصل عن ذويه

code-relation-spouse = زوج أو زوجة
code-relation-child = ابن أو ابنة
code-relation-parent = أب أو أم
code-relation-sibling = أخ أو أخت
code-relation-other = صلة قرابة أخرى

code-leave-died = وفاة
code-leave-departed = مغادرة طوعية
code-leave-removed = إبعاد من قبل الدولة
code-leave-transferred = تسليم إلى مكتب آخر
code-leave-contact-lost = انقطع الاتصال
code-leave-own-case = لهذا الشخص ملف خاص به
code-leave-duplicate = مسجَّل مرتين
code-leave-other = غير ذلك

code-case-end-protected = تم الحصول على الحماية
code-case-end-removed = إبعاد من قبل الدولة
code-case-end-departed = مغادرة طوعية
code-case-end-died = وفاة
code-case-end-transferred = سُلّم الملف إلى مكتب آخر
code-case-end-contact-lost = انقطع الاتصال
code-case-end-duplicate = مسجَّل مرتين
code-case-end-other = غير ذلك

code-purpose-assistance = المساعدة
code-purpose-referral = الإحالة إلى جهات أخرى
code-purpose-statistics = الإحصاءات
code-purpose-publicity = النشر والإعلام
code-purpose-research = البحوث

code-answer-given = وافق الشخص
code-answer-refused = لم يوافق الشخص
code-answer-withdrawn = سحب الشخص موافقته
code-answer-not-asked = لم يُطرح السؤال

code-origin-stateless = عديم الجنسية (بلا جنسية)
code-origin-unknown = غير معروف
code-sex-f = أنثى
code-sex-m = ذكر
code-sex-x = لا أنثى ولا ذكر
code-sex-unknown = الجنس غير معروف

code-opening-reason-court = من أجل محكمة أو سلطة
code-opening-reason-contact = للتواصل مع الشخص
code-opening-reason-medical = حاجة طبية
code-opening-reason-handover = لتسليم الملف إلى مكتب آخر
code-opening-reason-check = للتأكد مما هو مختوم
code-opening-reason-other = سبب آخر

code-audit-contact-opened = فُتح رقم الهاتف والعنوان
code-audit-contact-shared = أُتيح رقم الهاتف والعنوان لأحد العاملين في المكتب
code-audit-letter-exported = أُعدّت رسالة مرافقة
code-audit-timeline-exported = أُعدّ تسلسل زمني للأحداث لاستعماله خارج المكتب
code-audit-access-exported = طُبع ما هو محفوظ عن شخص
code-audit-exported = أُخرجت بيانات من النظام
code-audit-identity-opened = فُتح اسم
code-audit-document-opened = فُتح مستند
code-audit-case-exported = حُفظ الملف في نسخة إلكترونية
code-audit-case-handed-over = خُتم الملف لتسليمه إلى مكتب آخر

code-document-kind-decision = قرار
code-document-kind-letter = رسالة
code-document-kind-evidence = دليل إثبات
code-document-kind-photo = صورة
code-document-kind-other = مستند

code-link-family = أسرة واحدة
code-link-same-person = الشخص نفسه
code-link-related = ملف ذو صلة

code-removal-return-decision = قرار إعادة (أمر بمغادرة البلد)
code-removal-transfer = نقل إلى دولة أخرى
code-removal-entry-refused = رفض الدخول
code-removal-extradition = تسليم إلى دولة أخرى
code-removal-imminent = إبعاد متوقع قريباً
code-removal-entry-ban = حظر الدخول

code-actor-applicant = الشخص مقدّم الطلب
code-actor-authority = السلطة
code-actor-court = المحكمة
code-actor-state = الدولة
code-actor-document = تنتهي المدة من تلقاء نفسها
code-actor-rule = لا أحد (يُستعمل لحساب مهل أخرى)

code-entry-state-live = تسجيل صحيح
code-entry-state-replaced = تسجيل استُبدل
code-entry-state-retracted = تسجيل أُلغي

code-deadline-state-open = جارية
code-deadline-state-sent = أُرسل المطلوب، ولم يثبت وصوله
code-deadline-state-met = أُنجز المطلوب
code-deadline-state-met-late = أُنجز المطلوب متأخراً
code-deadline-state-missed = فاتت المهلة
code-deadline-state-moot = لم تعد لازمة
code-deadline-state-lapsed = انتهت قبل أن يصل الملف إلينا
code-deadline-state-waived = تقرر التخلي عنها
code-deadline-state-extended = مُدّدت
code-deadline-state-unconfirmed = التاريخ يحتاج إلى تأكيد
code-act-other = غير ذلك
code-act-by-hand = إجراء أُدخل يدوياً

code-own-nansen-find-service = معرفة اليوم الذي وصل فيه القرار إلى الشخص
code-own-nansen-find-sending = معرفة اليوم الذي أُرسل فيه القرار
code-own-nansen-runs-out = تنتهي صلاحية الوثيقة أو الوضع: يجب الاهتمام بذلك في الوقت المناسب
code-own-nansen-attorney = تنتهي الوكالة القانونية: يجب توقيع وكالة جديدة في الوقت المناسب
code-own-nansen-risk-review = إعادة تقييم الخطر
code-own-nansen-check-in = التواصل للاطمئنان
code-own-nansen-detention-review = مراجعة الاحتجاز (أُدخلت يدوياً)
code-own-nansen-renew = طلب تجديد الوثيقة (يوم حدده المكتب، وليس القانون)
code-own-nansen-renew-from = ابتداءً من هذا اليوم يمكن تجديد الوثيقة (يوم حدده المكتب، وليس القانون)

code-check-in-how-partner = عن طريق جهة شريكة
code-check-in-how-in-person = حضورياً
code-check-in-how-message = برسالة نصية
code-check-in-how-lawyer = عن طريق المحامي أو المحامية
code-check-in-how-household = عن طريق أحد الساكنين مع الشخص

code-task-rule-39 = طلب تدبير مؤقت من المحكمة الأوروبية لحقوق الإنسان (المادة 39 من نظام المحكمة)
code-task-interim-measure = طلب تدبير مؤقت من محكمة أو لجنة
code-task-ombudsman = إبلاغ أمين المظالم
code-task-other-office = إبلاغ المكتب الآخر
code-task-lawyer = التحدث مع المحامي أو المحامية
code-task-unhcr = التحدث مع مفوضية الأمم المتحدة لشؤون اللاجئين
code-task-partner = التحدث مع الجهة الشريكة
code-task-authority = سؤال السلطة
code-task-ask-person = التحدث مع الشخص
code-task-get-document = الحصول على مستند
code-task-translate = طلب ترجمة
code-task-prepare = التحضير للمقابلة أو الجلسة
code-task-file = كتابة مستند أو تقديمه
code-task-check = التحقق من الأمر مرة أخرى
code-task-other = غير ذلك
code-task-end-done = أُنجزت
code-task-end-dropped = أُلغيت

code-disappearance-unknown = لا يُعرف شيء
code-disappearance-abduction-feared = يُخشى وقوع خطف
code-disappearance-detention-feared = يُخشى وقوع احتجاز
code-disappearance-moved-on = ربما انتقل الشخص إلى مكان آخر

code-mandate-advice = تقديم المشورة
code-mandate-representation = التمثيل القانوني
code-mandate-monitoring = المتابعة
code-mandate-none = لم يعد هناك تكليف

code-lawyer-outside = محامٍ أو محامية من خارج المكتب

code-referral-outcome-accepted = قُبلت
code-referral-outcome-refused = رُفضت
code-referral-outcome-done = أُنجزت

code-service-medical = مساعدة طبية
code-service-psychological = مساعدة نفسية
code-service-legal = مساعدة قانونية
code-service-housing = سكن
code-service-protection = حماية
code-service-other = غير ذلك

code-resettlement-referred = أُحيل الملف
code-resettlement-submitted = قُدّم الملف إلى الدولة
code-resettlement-accepted = قُبل الملف
code-resettlement-refused = رُفض الملف
code-resettlement-departed = تم السفر
code-resettlement-withdrawn = سُحب الملف

code-risk-low = منخفض
code-risk-medium = متوسط
code-risk-high = مرتفع
code-risk-extreme = مرتفع جداً

code-review-outcome-upheld = بقي الاحتجاز قائماً
code-review-outcome-not-held = لم تتم المراجعة
code-review-outcome-planned = المراجعة مقررة

code-field-source-person = حسب قول الشخص
code-field-source-document = حسب وثيقة
code-field-source-authority = حسب قول سلطة
code-field-source-partner = حسب قول جهة شريكة
code-field-source-office = تبيّن ذلك للمكتب
code-field-source-other = عُرف بطريقة أخرى

code-label-attorney-until = الوكالة القانونية حتى:
code-label-review = إعادة التقييم في:
code-label-next = الموعد القادم:
code-label-renew-from = يمكن طلب التجديد ابتداءً من:
code-label-renew-by = آخر يوم لطلب التجديد:
code-label-at = الساعة:
code-label-made = طُلبت الحماية:
code-label-registered = سُجّل:
code-label-lodged = قُدّم:
code-label-decided = صدر القرار:
code-label-notified = الإشعار:
code-label-served = التبليغ:
code-label-received = الاستلام:
code-label-sent = الإرسال:
code-label-arrived = الوصول:
code-label-handed-over = التسليم:
code-label-checked = آخر سؤال عنه في:
code-label-language = اللغة:
code-label-needs = الاحتياجات:
code-label-learned = علم الشخص به:
code-label-final-form = في صيغته النهائية:
code-label-in-force = بدء السريان:
code-label-date = التاريخ:
code-label-until = حتى:
code-label-since = منذ:
code-label-due = آخر موعد:
code-label-opened = الفتح:
code-label-refused = رُفض في القرار نفسه:
code-label-jurisdiction = قانون الدولة:
code-label-origin = البلد الأصلي:
code-label-born = سنة الميلاد:
code-label-office = المكتب:
code-label-worker = يتابع الملف:
code-label-to = إلى:
code-label-tags = علامات:
code-label-place = المكان:
code-label-final = نهائي:
code-label-callsign = الاسم الرمزي:
code-label-number = الملف:

code-event-application = طلب
code-event-decision = قرار
code-event-service = تبليغ
code-event-appeal = طعن
code-event-filing = تقديم مستند
code-event-interview = مقابلة
code-event-hearing = جلسة
code-event-document = وثيقة
code-event-removal = إبعاد
code-event-detention = احتجاز
code-event-release = إفراج
code-event-departure = مغادرة
code-event-contact = اتصال
code-event-step = خطوة في الإجراءات
code-event-note = ملاحظة
code-event-fact = معلومة
code-event-field = خانة خاصة بالمكتب
code-event-person = أُضيف شخص إلى الملف
code-event-leave = لم يعد الشخص في الملف
code-event-consent = موافقة
code-event-case = فُتح الملف
code-event-close = أُغلق الملف
code-event-closure = أُغلق الملف
code-event-reopening = أُعيد فتح الملف
code-event-assignment = تحديد من يتابع الملف
code-event-link = ربط بملف آخر
code-event-correction = تصحيح
code-event-retraction = إلغاء تسجيل
code-event-deadline-computed = حُسبت مهلة
code-event-deadline-set = مهلة أُدخلت يدوياً
code-event-deadline-act = إجراء يخص مهلة
code-event-deadline-watch = متابعة مهلة
code-event-deadline-told = إبلاغ بمهلة
code-event-identity = بيانات الهوية خُتمت
code-event-contact-sealed = خُتم رقم الهاتف والعنوان لمن يتابع الملف
code-event-attachment = أُضيف مستند
code-event-attachment-opened = فُتح مستند
code-event-check-in-set = اتُّفق على التواصل للاطمئنان
code-event-check-in = تواصل للاطمئنان: كل شيء بخير
code-event-check-in-end = انتهى التواصل للاطمئنان
code-event-disappearance = اختفاء
code-event-reappearance = ظهر الشخص من جديد
code-event-mandate = تكليف المكتب
code-event-task = خطوة تالية
code-event-task-act = انتهت خطوة تالية
code-event-referral = إحالة
code-event-referral-outcome = نتيجة الإحالة
code-event-resettlement = إعادة التوطين
code-event-risk = الخطر
code-event-detention-review = مراجعة الاحتجاز

code-trigger-mandate = تكليف المكتب
code-trigger-risk = الخطر

code-fact-value-judge = قاضٍ
code-fact-value-official = موظف رسمي
code-fact-value-police = الشرطة
code-fact-value-permit-authority = سلطة منح التصاريح
code-fact-value-asylum-authority = سلطة اللجوء
code-fact-value-post = بالبريد
code-fact-value-registered-letter = برسالة بريدية مسجّلة
code-fact-value-electronic = إلكترونياً
code-fact-value-hand = باليد
code-fact-value-facility = عن طريق مركز الاستقبال
code-fact-value-administrative-expulsion = طرد إداري
code-fact-value-deportation = ترحيل
code-fact-value-readmission = إعادة القبول في دولة أخرى
code-fact-value-return = إعادة
code-fact-value-expulsion = طرد
code-fact-value-extradition = تسليم إلى دولة أخرى
code-fact-value-transfer = نقل إلى دولة أخرى
code-fact-value-entry-ban = حظر الدخول
code-fact-value-undesirability = قرار بأن الإقامة غير مرغوب فيها
code-fact-value-register = القيد في السجل
code-fact-value-devolucion = إعادة فورية (devolución)
code-fact-value-removal-order-58a = أمر إبعاد (§ 58a)
code-fact-value-priority-removal-notice = إشعار بإبعاد ذي أولوية
code-fact-value-accompanied = مصحوب بذويه
code-fact-value-unaccompanied = غير مصحوب بذويه
code-fact-value-main = أمر أساسي
code-fact-value-provisional = أمر مؤقت
code-fact-value-prolongation = أمر تمديد
code-fact-value-regular = إجراء عادي
code-fact-value-accelerated = إجراء معجّل
code-fact-value-border = إجراء على الحدود
code-fact-value-airport = إجراء في المطار
code-fact-value-admissibility = فحص قبول الطلب شكلاً
code-fact-value-responsibility = تحديد الدولة المسؤولة
code-fact-value-extended = إجراء موسّع
code-fact-value-unfounded = لا أساس له
code-fact-value-manifestly-unfounded = لا أساس له بشكل واضح
code-fact-value-inadmissible = غير مقبول شكلاً
code-fact-value-excluded = استبعاد من الحماية
code-fact-value-refused-examination = لم يُدرس موضوع الطلب
code-fact-value-withdrawn-implicit = اعتُبر الطلب مسحوباً
code-fact-value-responsibility-other-state = دولة أخرى هي المسؤولة
code-fact-value-safe-third-country = بلد ثالث آمن
code-fact-value-subsequent-no-new-elements = طلب لاحق دون عناصر جديدة
code-fact-value-take-charge = تولّي المسؤولية عن الطلب
code-fact-value-take-back = استعادة الشخص
code-fact-value-european = دولة أوروبية
code-fact-value-non-european = دولة خارج أوروبا
code-fact-value-placement = إيداع في مركز احتجاز
code-fact-value-house-arrest = إقامة جبرية
code-fact-value-waiting-zone = منطقة الانتظار
code-fact-value-kept-for-asylum = إبقاء قيد الاحتجاز من أجل إجراءات اللجوء
code-fact-value-internment = إيداع في مركز لاحتجاز الأجانب
code-fact-value-european-arrest-warrant = مذكرة توقيف أوروبية
code-fact-value-departure-custody = احتجاز لضمان المغادرة
code-fact-value-cooperation-custody = احتجاز لضمان التعاون
code-fact-value-asylum-detention = احتجاز أثناء إجراءات اللجوء
code-fact-value-border-return = إعادة من الحدود
code-fact-value-detainer = طلب من سلطة الهجرة بإبقاء الشخص قيد الاحتجاز
code-fact-value-international-protection = حماية دولية
code-fact-value-application = طلب
code-fact-value-detention = احتجاز
code-fact-value-bail = إفراج بكفالة
code-fact-value-removal = إبعاد
code-fact-value-return-permit = قرار إعادة صدر مع رفض تصريح إقامة أو سحبه
code-fact-value-clearance = إذن القاضي بالطرد (nulla osta)
code-fact-value-administrative-offence = مخالفة إدارية
code-fact-value-return-decision = قرار إعادة (أمر بمغادرة البلد)
code-fact-value-transfer-decision = قرار نقل إلى دولة أخرى
code-fact-value-residence-permit = تصريح إقامة
code-fact-value-unhcr = مفوضية الأمم المتحدة لشؤون اللاجئين
code-fact-value-applicant-document = وثيقة مقدّم الطلب
code-fact-value-attestation = شهادة طلب اللجوء
code-fact-value-examination-certificate = شهادة النظر في الطلب
code-fact-value-permission-to-stay = إذن بالبقاء أثناء دراسة الطلب
code-fact-value-travel-document = وثيقة سفر
code-fact-value-art-38-1-a = المادة 38(1)(a)
code-fact-value-art-38-1-b = المادة 38(1)(b)
code-fact-value-art-38-1-c = المادة 38(1)(c)
code-fact-value-art-38-1-d = المادة 38(1)(d)
code-fact-value-art-38-1-e = المادة 38(1)(e)
code-fact-value-judgment = حكم
code-fact-value-gerichtsbescheid = حكم دون جلسة (Gerichtsbescheid)
code-fact-value-2015 = 2015
code-fact-value-2026 = 2026
code-fact-value-authority = سلطة
code-fact-value-mission = بعثة دبلوماسية في الخارج
code-fact-value-competent-authority = السلطة المختصة
code-fact-value-other-authority = سلطة أخرى
code-fact-value-limit = مهلة
code-fact-value-grounds = أسباب الطعن
code-fact-value-first-tier = محكمة الدرجة الأولى (First-tier Tribunal)
code-fact-value-upper-tribunal = المحكمة الأعلى درجة (Upper Tribunal)
code-fact-value-failed = محاولة لم تنجح
code-fact-value-interim-measure = تدبير مؤقت
code-fact-value-reasons = الأسباب المكتوبة
code-fact-value-reply = رد
code-fact-value-request = طلب
code-fact-value-nsm = آلية الفحص الوطنية
code-fact-value-asylum-seeker-certificate = شهادة طالب لجوء
code-fact-value-conditional-release = تأشيرة إفراج مشروط
code-fact-value-protocol = وثيقة إثبات تقديم الطلب
code-fact-value-salvoconducto = إذن بقاء مؤقت (salvoconducto)
code-fact-value-section-22 = تصريح بموجب المادة 22 (section 22)
code-fact-value-transit-visa = تأشيرة عبور
code-fact-value-work-permit = تصريح عمل
code-fact-value-land-us = براً من الولايات المتحدة
code-fact-value-other = غير ذلك
code-fact-value-first = الأول
code-fact-value-later = لاحق
code-fact-value-negative-credible-fear = لم يُعترف بوجود خوف جدي له ما يبرره (credible fear)
code-fact-value-reasonable-fear = ستُدرس مسألة وجود خوف معقول (reasonable fear)
code-fact-value-port-of-entry = عند منفذ الدخول
code-fact-value-inland = داخل البلد
code-fact-value-abusive = طلب فيه إساءة استعمال للحق
code-fact-value-fraudulent = طلب فيه احتيال
code-fact-value-immigration-judge = قاضي الهجرة

code-trigger-interim-measure-granted = صدر تدبير مؤقت: لا إبعاد
code-trigger-suspension-granted = أُمر بوقف التنفيذ: يجب أن ينتظر الإبعاد
code-trigger-suspension-refused = رُفض وقف التنفيذ: لا يلزم أن ينتظر الإبعاد
code-trigger-suspension-ended = انتهى ما كان يوقف الإبعاد
code-trigger-detention-review = مراجعة الاحتجاز

fact-abroad = هل الشخص خارج البلد
fact-absconded = هل توارى الشخص عن السلطة
fact-accel_ground = هل وُجد سبب للإجراء المعجّل
fact-after_transfer = هل جاء الشخص عن طريق النقل من دولة أخرى
fact-answered = هل جاء رد مكتوب
fact-appeal_against = ما يُطعن فيه
fact-appeal_kind = نوع الطعن
fact-appeal_lodged = هل قُدّم طعن
fact-appeal_pending = هل هناك طعن لم يُفصل فيه بعد
fact-application_kind = الحماية المطلوبة
fact-application_lodged = هل قُدّم طلب
fact-application_order = هل الطلب أول أم لاحق
fact-appointment_given = هل أُعطي موعد لتقديم الطلب
fact-asylum_rights_notified = اليوم الذي شُرح فيه الحق في طلب اللجوء
fact-attended_hearing = هل حضر الشخص الجلسة
fact-authority = السلطة التي أصدرت القرار
fact-challenges_tribunal = هل يُطعن في قرار للمحكمة
fact-changed_country_conditions = هل تغيّرت الأوضاع في البلد الأصلي
fact-citizens_rights = هل هو طعن بشأن حقوق المواطنين (citizens' rights)
fact-country = البلد
fact-deadline_end = اليوم الذي انتهت فيه المهلة الفائتة
fact-deadline_missed = هل فاتت مهلة
fact-decided = يوم القرار
fact-delay_days = عدد الأيام التي لا تُحسب بسبب ما فعله أو طلبه الشخص مقدّم الطلب
fact-detained = هل الشخص محتجز
fact-document = نوع الوثيقة
fact-entry_by = الحدود التي جاء منها الشخص
fact-entry_order = ترتيب الدخول
fact-eurodac_hit = هل وُجدت البصمات في نظام يوروداك (Eurodac)
fact-extended = هل مُدّدت المدة
fact-hearing = يوم الجلسة
fact-house_arrest = هل الشخص تحت الإقامة الجبرية
fact-imprisoned = هل الشخص في السجن
fact-in_absentia = هل صدر القرار غيابياً
fact-in_reception = هل يسكن الشخص في مركز استقبال
fact-inadmissible_ground = سبب عدم قبول الطلب شكلاً
fact-instance = الجهة التي قررت
fact-instruction_defective = هل بيان طرق الطعن ناقص أو خاطئ
fact-interim_kind = مضمون القرار المرحلي
fact-irregular_entry = هل دخل الشخص دون إذن
fact-issuer = الجهة التي أمرت بذلك
fact-judgment_in_force = هل الحكم ساري المفعول
fact-judgment_kind = نوع الحكم
fact-large_numbers = هل يقدّم كثيرون طلبات في الوقت نفسه
fact-law = سنة القانون الذي يُطبَّق على الطلب
fact-legal_aid_decided = يوم القرار بشأن المساعدة القانونية
fact-legal_aid_requested = يوم طلب المساعدة القانونية
fact-lodged = يوم تقديم الطلب
fact-lodged_at = مكان تقديم الطلب
fact-made_at = مكان طلب الحماية
fact-made_to = الجهة التي قيل لها إن الحماية مطلوبة
fact-mass_arrivals = هل يصل كثيرون في الوقت نفسه
fact-means_of_service = طريقة تسليم المستند
fact-measure = نوع التدبير
fact-member_state = الدولة العضو
fact-minor = هل الشخص قاصر
fact-missed = ما الذي فات
fact-national_period = المدة في القانون الوطني
fact-national_period_remain = المدة في القانون الوطني لطلب البقاء
fact-objection_end = يوم انتهاء الاعتراض
fact-online_list = هل التصريح في قائمة الخدمات الإلكترونية
fact-oral = هل صدر القرار شفهياً
fact-order_kind = نوع الأمر
fact-origin = البلد الأصلي
fact-other_ground_to_stay = هل هناك سبب آخر للبقاء
fact-other_procedure = هل هناك إجراء آخر جارٍ
fact-out_of_time = هل قُدّم الطعن متأخراً
fact-overseas = هل هو في إقليم ما وراء البحار
fact-printed_date = التاريخ المطبوع على الورقة
fact-procedure = نوع الإجراء
fact-protection = الحماية التي مُنحت
fact-reappeared = اليوم الذي حضر فيه الشخص من جديد
fact-reexamination = هل يُدرس طلب لاحق
fact-refusal_kind = سبب الرفض
fact-refused_by = الجهة التي قررت
fact-region = المنطقة من البلد
fact-registered = يوم التسجيل
fact-remitted = هل أعادت المحكمة الأمر للنظر فيه من جديد
fact-removal_at = اليوم المقرر للإبعاد
fact-renewal_filed = يوم طلب التجديد
fact-request = ما طُلب من الدولة الأخرى
fact-requesting_state = الدولة الطالبة
fact-restriction = نوع الاحتجاز
fact-rights_affected = يوم الفعل أو الامتناع موضوع الشكوى
fact-runs = المهل الجارية الآن
fact-short_ground = هل ذُكر سبب له مهلة أقصر
fact-step = ما هي الخطوة
fact-subject = موضوع الطعن
fact-suspensive = هل يحفظ الطعن حق البقاء
fact-time_of_day = الساعة
fact-totally_without_merit = هل وُصف بأنه لا أساس له إطلاقاً (totally without merit)
fact-trigger = اليوم الذي تُحسب منه المدة
fact-unhcr_request = هل طلبت ذلك مفوضية الأمم المتحدة لشؤون اللاجئين
fact-urgent = هل وُصف بأنه عاجل

code-trigger-decision-refused = رفض
code-trigger-decision-closed = إغلاق دون قرار في الموضوع
code-trigger-decision-adverse = قرار في غير صالح الشخص
code-trigger-decision-interim = قرار مرحلي
code-trigger-appeal-refused = رفض الطعن
code-trigger-appeal-struck-out = شطب الطعن
code-trigger-judgment = حكم
code-trigger-return-decision = قرار إعادة (أمر بمغادرة البلد)
code-trigger-transfer-decision = نقل إلى دولة أخرى
code-trigger-entry-refused = رفض الدخول
code-trigger-extradition-decision = تسليم إلى دولة أخرى
code-trigger-removal-imminent = إبعاد متوقع قريباً
code-trigger-restriction-imposed = احتجاز أو إقامة جبرية أو إجراء مماثل
code-trigger-entry = دخول البلد
code-trigger-departure = مغادرة البلد
code-trigger-presentation = الحضور أمام السلطة
code-trigger-circumstance-changed = تغيّر الظروف
code-trigger-law-event = تغيّر القانون
code-trigger-application-made = طلب الحماية
code-trigger-application-registered = تسجيل الطلب
code-trigger-application-lodged = تقديم الطلب
code-trigger-application-admitted = قبول الطلب للدراسة
code-trigger-application-referred = إحالة الطلب
code-trigger-application-incomplete = الطلب ناقص
code-trigger-information-requested = طُلبت معلومات
code-trigger-examination-opened = بدء دراسة الطلب
code-trigger-eligibility-positive = استيفاء شروط المرحلة التالية
code-trigger-appointment-missed = عدم الحضور في الموعد
code-trigger-withdrawal-notice = إشعار بأن الطلب سيُعتبر مسحوباً
code-trigger-referred-to-place = التوجيه إلى مكان محدد
code-trigger-hearing-set = جلسة
code-trigger-deadline-set = تحديد مهلة
code-trigger-address-changed = تغيير العنوان
code-trigger-consent-given = إعطاء الإذن بطلب لاحق
code-trigger-prra-offered = عرض تقييم للمخاطر قبل الإبعاد
code-trigger-status-granted = منح الحماية
code-trigger-status-review-notice = إشعار بمراجعة وضع الحماية
code-trigger-status-measure = إجراء بشأن وضع الحماية
code-trigger-appeal-lodged = تقديم الطعن
code-trigger-court-ruling = قرار من المحكمة
code-trigger-permission-refused = رفض الإذن بالطعن
code-trigger-judgment-in-force = أصبح الحكم ساري المفعول
code-trigger-refusal-final = أصبح الرفض نهائياً
code-trigger-remedies-exhausted = استُعملت كل طرق الطعن
code-trigger-response-received = وصول الرد
code-trigger-legal-aid-requested = طُلبت المساعدة القانونية
code-trigger-legal-aid-decided = صدر القرار بشأن المساعدة القانونية
code-trigger-obstacle-ended = زوال المانع
code-trigger-deadline-missed = فوات المهلة
code-trigger-rights-affected = مساس بالحقوق
code-trigger-transfer-request-received = وصول طلب النقل
code-trigger-transfer-accepted = قبول النقل
code-trigger-eurodac-hit = وُجدت البصمات في نظام يوروداك (Eurodac)
code-trigger-removal-procedure-opened = بدء إجراءات الإبعاد
code-trigger-authority-requested = طلب من السلطة إلى المحكمة
code-trigger-released = إفراج
code-trigger-stay-ended = انتهاء الإقامة القانونية
code-trigger-document-issued = إصدار وثيقة
code-trigger-document-expires = انتهاء صلاحية وثيقة
code-trigger-renewal-filed = تقديم طلب التجديد
code-trigger-document-dispatched = إرسال مستند
code-trigger-delivery-failed = تعذّر التسليم
code-trigger-out-of-time-accepted = قُبل ما قُدّم متأخراً
code-trigger-transfer-failed = لم يُنفَّذ النقل إلى الدولة الأخرى
code-trigger-responsibility-taken = تولّت هذه الدولة دراسة الطلب

code-event-archive-read = أُدخل أرشيف
code-event-calendar = تقويم
code-event-handover = سُلّم الملف
code-event-handover-receipt = تأكيد استلام من المكتب الآخر
code-event-handover-taken = استُلم الملف

code-own-nansen-no-rule = لا تُعرف هنا مهلة لهذا الأمر: اسألوا محامياً أو محامية اليوم

column-on = بشأن

code-audit-identity-matched = بحث عن شخص بين كل الملفات
code-audit-contact-sealed = منذ ذلك الوقت لا يفتح أرقام الهواتف والعناوين إلا من يملك المفتاح
