# The words of tables in Russian. What is not here is English.

note-not-for-release = Не для выпуска: по малым числам можно узнать людей.
note-small = В ячейках с пометкой ! учтено меньше людей, чем можно публиковать.
note-zero = Ноль верен: там не учтён никто.
note-decided = Малое число приведено здесь по решению организации.
note-telling = Девять десятых строки или столбца, или больше, приходятся на одну ячейку ({ $cells }): кто знает, что некое лицо учтено в этой строке или столбце, знает о нём и это.
note-would-show = По решению организации были бы показаны числа, которые здесь не приведены: { $cells }.
note-would-lower = По решению организации малыми здесь считались бы числа меньше { $threshold }.
note-ever = Защита здесь — самая сильная форма, которая когда-либо была предоставлена, а не та, что есть сегодня: та подсчитывается в отдельной таблице.
note-humanitarian = В POS_HUM, пребывание по гуманитарным соображениям, учтено и временное убежище.
note-condition = Где не записано то, о чём спрашивает условие (в том числе годы), там ничего не учтено; сколько таких случаев, не публикуется (x).
note-fields = Из собственных полей организации учтено то, что записано за дни по { $day }.
note-years = { $unit ->
    [decisions] Год и квартал — по дню решения.
    [applications] Год и квартал — по дню подачи ходатайства.
   *[other] Год и квартал — по дню первого ходатайства.
}
note-kind = Вид ходатайства — это то, о чём просили, а не то, что было предоставлено.
note-scope = Учтены только дела этой базы данных.
note-consent = Из всех лиц в базе данных: никогда не спрашивали, можно ли их учитывать, и они учтены: { $never }; отказались или отозвали согласие, и их нет ни в одной таблице: { $out }.
note-consent-most = Из всех лиц в базе данных более половины никогда не спрашивали, можно ли их учитывать, и они учтены; отказались или отозвали согласие, и их нет ни в одной таблице: { $out }.
note-consent-fewer = Из всех лиц в базе данных половину или меньше никогда не спрашивали, можно ли их учитывать, и они учтены; отказались или отозвали согласие, и их нет ни в одной таблице: { $out }.
note-handed-over = Лица, чьи дела переданы другой организации, которая их и учитывает: { $count }; здесь их нет ни в одной таблице.

figure-bars = Полосы, по одной на каждое число таблицы.
figure-stacked = Полосы, по одной на каждую строку таблицы; части строки стоят в полосе одна за другой.
figure-lines = Линии во времени, через числа таблицы; где числа нет, линия прерывается.
figure-withheld = На месте неприведённого числа стоит заштрихованный прямоугольник, всегда одного размера, с обозначением из таблицы.
figure-band = Не приведено; вне шкалы
figure-sums = Показаны только суммы; из чего они складываются, сказано в таблице.
figures-sums = Значение равно сумме следующих за ним значений, у которых на один знак · больше.
figures-other = прочие

figures-unit = Единица счёта: { $unit }
figures-population = вся совокупность: { $count } ({ $unit })
figures-all-years = все годы
figures-unknown = неизвестные значения: { $all }
figures-no-unknown = неизвестные значения: нет
figures-period = { $unit ->
    [decisions] годы решений: { $period }
    [applications] годы подачи ходатайств: { $period }
   *[other] годы первого ходатайства: { $period }
}
figures-as-of = по состоянию на: { $day }
figures-number = выпуск: { $number }, порог: { $threshold }
figures-notes = Как это читать
figures-sheet = Таблица
figures-all = все
figures-method = Показанные числа истинны.
figures-method-withheld = Для каждого числа, которое не приведено как малое, проверены полные таблицы, согласные со всем напечатанным: и такие, в которых оно наименьшее, и такие, в которых оно наибольшее из того, что говорит его обозначение.
figures-method-compared = Сравнено с ранее выпущенными таблицами, их число: { $compared }.

marker-rounded = Каждое число округлено до ближайшего кратного пяти само по себе, поэтому суммы могут расходиться; 0 означает от 0 до 2.
marker-small = от 1 до { $most }
marker-complementary = { $least } или больше; не приведено, чтобы нельзя было вычислить меньшее число
marker-line = любое число, в том числе ноль: строка или столбец не приведены целиком

column-value = Число; пусто, если оно не приведено
column-shown = Число или его обозначение
figures-column-level = value — значение, group — сумма значений или меньших групп, total — всё; складывать следует только строки value
figures-column-of = Группа, в которую входит значение или группа этой строки; total, если она не входит ни в одну
figures-column-coo-iso = Страна происхождения, три буквы (ISO 3166-1)
figures-column-coa-iso = Страна убежища, три буквы (ISO 3166-1)
figures-column-procedure-type = Чья процедура: G — государства, U — УВКБ
figures-column-dec-level = NA — новое заявление, RA — повторное
figures-column-dec-pc = P — лица
figures-column-app-type = N — новое заявление, R — повторное
figures-column-app-pc = P — лица
figures-column-freq = A — по годам
figures-column-unit = PER — лица
figures-column-citizen = Гражданство, две буквы
figures-column-sex = T — все
figures-column-applicant = FRST — первое заявление
figures-column-age = TOTAL — все
figures-column-geo = Страна убежища, две буквы
figures-column-time = Год

rate-heading = { $name }: { $formula }
rate-heading-of = { $name } ({ $dimension }): { $formula }
rate-among = из числа:
rate-of = ({ $unit }: { $numerator } из { $denominator })
rate-of-rounded = ({ $unit }: { $numerator } из { $denominator }, каждое число округлено до ближайшего кратного пяти)
decimal-point = ,
rate-exactly = { $per } %
rate-under = менее { $per } %
rate-between = от { $least } до { $most } %
rate-untold = не приводится
rate-untold-merged = не приводится: значения, стоящие над чертой или под ней, объединены с другими

time-weeks = { $count ->
    [one] { $count } неделя
    [few] { $count } недели
    [many] { $count } недель
   *[other] { $count } недели
}
time-months = { $count ->
    [one] { $count } месяц
    [few] { $count } месяца
    [many] { $count } месяцев
   *[other] { $count } месяца
}
time-untold = не приводится
time-untold-of = { $quantile } не приводится
time-untold-why = Не приводится: слишком мало лиц или дел либо слишком близко к другому числу.
time-of-decided = { $whom } (с решением: { $count })

stats-title = Подсчитано: { $unit }
stats-title-by = Подсчитано: { $unit }; разбивка: { $by }
stats-total = всего
stats-crossed = { $down } ↓ { $across } →
stats-none-so-far = защиты пока нет
stats-none-now = сейчас защиты нет
stats-field-none = не записано
stats-trial = Проба: не выпущено.
stats-releasable = Эту таблицу можно выпустить в таком виде. Пока ничего не выпущено: это делает `nansen stats release` без `--dry-run`.
stats-inside = Истинные числа, только для владельца базы данных: в таком виде эту таблицу выпускать нельзя.
stats-proved = { $witnesses ->
    [rounded] Каждое число округлено
    [lines] То, что сказало бы о всех в одной строке, не приведено
    [others] Каждое неприведённое число — { $threshold } или больше
    [0] Оставлять числа неприведёнными не понадобилось
   *[other] Доказано полными таблицами, их число: { $witnesses }
}; сравнено с прежними выпусками, их число: { $compared }{ $scope ->
    [pairwise] , только с каждым по отдельности
    [alone] ; людей в ней так мало и учтены они столько раз, что она может помешать следующим выпускам
   *[other] {""}
}. Порог: { $threshold }.
stats-proposed = Ничего не выпущено. Таблица ждёт другого сотрудника под номером { $number }: nansen stats release --approve { $number } --because "..."
stats-released = Выпущено и запомнено; кому: { $to }; номер выпуска: { $number }.

code-application-state-pending = на рассмотрении
code-application-state-granted = удовлетворено
code-application-state-refused = отказано
code-application-state-closed = закрыто
code-application-state-ended = статус утрачен по решению органа

code-case-open = открыто
code-case-closed = закрыто

code-dimension-protection = Защита
code-dimension-protection-now = Защита сейчас
code-dimension-outcome = Исход
code-dimension-kind = Вид ходатайства
code-dimension-origin = Страна происхождения
code-dimension-jurisdiction = Право страны
code-dimension-sex = Пол
code-dimension-age-band = Возраст
code-dimension-year = Год
code-dimension-quarter = Квартал
code-dimension-office = Отделение
code-dimension-basis = Основание
code-dimension-instance = Инстанция
code-dimension-state = Состояние
code-dimension-period = Период
code-dimension-region = Регион
code-dimension-result = Результат
code-dimension-final = Окончательность
code-final-yes = окончательное
code-final-no = не окончательное
code-final-unknown = не указано
code-dimension-order = Очерёдность
code-dimension-expires = Истечение срока
code-dimension-decision = Решение
code-dimension-line = строки списка дел

code-unit-persons = лица
code-unit-cases = дела
code-unit-applications = ходатайства
code-unit-decisions = решения

code-instance-first-instance = первая инстанция
code-instance-administrative-review = административная жалоба
code-instance-appeal = жалоба в суд
code-instance-further-appeal = жалоба в вышестоящий суд
code-instance-constitutional = конституционная жалоба
code-instance-international = жалоба в международный орган

code-result-recognised = признание беженцем
code-result-complementary = иная форма защиты
code-result-rejected = отказ
code-result-closed = производство прекращено без решения по существу
code-result-pending = на рассмотрении
code-result-other = иные решения
code-result-none = ходатайства нет

code-expires-unlimited = без срока
code-expires-none = ничего действующего

code-rate-positive-of-decided = Доля предоставленной защиты среди всего решённого
code-rate-refugee-recognition = Коэффициент признания беженцами (УВКБ ООН, Refugee Recognition Rate)
code-rate-total-protection = Общий коэффициент защиты (УВКБ ООН, Total Protection Rate)
code-rate-allowed-of-decided = Доля удовлетворённых жалоб

code-quantile-lower = у четверти срок не больше:
code-quantile-median = у половины срок не больше:
code-quantile-upper = у трёх четвертей срок не больше:
code-quantile-ninetieth = у девяти из десяти срок не больше:

code-time-days-to-decision = От подачи до первого решения, только по заявлениям с решением (обе даты известны)

# Списки, сроки и дела на странице для других (`export html --in`).

page-as-written = То, что говорят правила закона, написано по-английски, как в перечне правил; слова людей приведены так, как они записаны.
list-title = Дела
list-count = { $count ->
    [one] { $count } дело
    [few] { $count } дела
   *[many] { $count } дел
}
list-closed-left-out = { $count ->
    [one] Не показано { $count } закрытое дело
    [few] Не показано { $count } закрытых дела
   *[many] Не показано { $count } закрытых дел
}
column-case = дело
column-callsign = позывной
column-application = ходатайство
column-origin = откуда
column-law = право страны
column-worker = дело ведёт
column-office = отделение
column-opened = открыто
column-last-event = последняя запись
column-next-due = ближайший срок
column-risk = опасность
column-people = людей
column-person = чьё
column-files = кто подаёт
column-due = срок
column-hour = час
column-days-left = осталось дней
column-rule = правило
column-citation = статья
column-actor = кто должен действовать
column-safe = надёжный срок
column-last-arguable = последний день, который можно отстаивать
column-rule-status = известен ли текст
column-provisional = может измениться
column-id = номер
code-files-we = мы
code-files-they = сам человек
code-rule-status-verified = прочитано в тексте закона
code-rule-status-partly-verified = прочитано частично
code-rule-status-remembered = по памяти
code-rule-status-not-in-force = не действует
code-measure-removal = ВЫСЫЛКА
code-measure-detention = ПОД СТРАЖЕЙ
plan-head = Что делать при тревоге:
day-today = сегодня
day-tomorrow = завтра
day-in = { $count ->
    [one] через { $count } день
    [few] через { $count } дня
   *[many] через { $count } дней
}
due-title = Сроки на { $day } · { $whose } · { $reach }
due-mine = дела, которые ведёт { $worker }, и те, которые никто не ведёт
due-everyones = все дела
due-nobodys-only = дела, которые никто не ведёт
due-within = { $count ->
    [one] прошедшие и на { $count } день вперёд
    [few] прошедшие и на { $count } дня вперёд
   *[many] прошедшие и на { $count } дней вперёд
}
due-overdue-only = только прошедшие
due-stands-in = Вместе с делами, которые ведёт { $member }: отсутствие до { $until }.
due-disappeared = ИСЧЕЗЛИ ({ $count })
due-tasks = СЛЕДУЮЩИЕ ШАГИ ({ $count })
due-measure = { $what } { $since }
due-ahead = { $day }, { $left }
due-ahead-about = впереди: { $day }
due-left = Не показано: { $parts }.
due-left-nothing = Показано всё.
due-left-colleagues = из дел коллег: { $count }
due-left-later = позже: { $count }
due-left-authority = соблюдает орган власти, суд или государство: { $count }
due-left-applicant = наших: { $count }
due-left-closed = в закрытых делах: { $count }
due-left-told = человеку сказано, подаёт сам: { $count }
due-left-lapsed = истекли до обращения к нам: { $count }
due-left-filtered = не подошли под условия: { $count }
