# Предложения, которыми пишут правила. Слева — как говорит юрист, справа — что это значит для машины.
# В фигурных скобках — то, что юрист подставляет: rule и norm — имена, article — ссылка на закон,
# date — день как 2025-09-01, code — слово из списка недостающего.

# Устройство правила
[keyword]^правила для формы {code}=// legal form {code}
[keyword]^правило {rule}=rule "{rule}"
[keyword]^по закону {article}=@law("{article}")
[keyword]^действует с {date}=date-effective "{date}"
[keyword]^действует до {date}=date-expires "{date}"
[keyword]^после всех условий=salience -1
[keyword]^если=when
[keyword]^то=then
[keyword]^конец=end

# Порядок условий
[condition]выполнено условие {rule}=Found( rule == "{rule}", held )

# Заявление о приёме
[condition]заявление подано в письменной форме=$matter : Matter( $answer : given( "inWriting" ) )
[condition]заявление обращено к органу, который называет норма {norm}=$matter : Matter( $answer : sameWord( "addressedTo", "{norm}" ) )
[condition]в заявлении указаны фамилия, имя и отчество, если оно есть=$matter : Matter( $answer : given( "nameGiven" ) )
[condition]в заявлении указана дата рождения=$matter : Matter( $answer : given( "born" ) )
[condition]в заявлении указано место жительства=$matter : Matter( $answer : given( "addressGiven" ) )
[condition]заявителю исполнилось не меньше лет, чем требует норма {norm}=$matter : Matter( $answer : yearsAtLeast( "born", "{norm}" ) )
[condition]заявитель ещё не состоит членом кооператива=$matter : Matter( $answer : untrue( "alreadyMember" ) )
[condition]с утраты силы прежним решением прошло не меньше месяцев, чем требует норма {norm}=$matter : Matter( $answer : monthsPassed( "lapsedOn", "{norm}" ) )
[condition]с утраты силы решением о человеке с тем же именем и днём рождения прошло не меньше месяцев, чем требует норма {norm}=$matter : Matter( $answer : monthsPassed( "namesakeLapsedOn", "{norm}" ) )
[condition]дано согласие на обработку персональных данных=$matter : Matter( $answer : given( "consentGivenOn" ) )
[condition]согласие дано отдельным документом, если в день согласия этого требует норма {norm}=$matter : Matter( $answer : trueIfRequired( "consentSeparate", "consentGivenOn", "{norm}" ) )

# Подпись под заявлением
[condition]личность заявителя сверена с документом=$matter : Matter( $answer : given( "identityVerified" ) )
[condition]есть подлинник на бумаге с отпечатком скана или соглашение об электронной подписи с номером и датой=$matter : Matter( $answer : eitherPair( "paperSeen", "scanDigest", "agreementNumber", "agreementDate" ) )
[condition]соглашение об электронной подписи, если оно есть, говорит, как определяют подписавшего, и обязывает хранить ключ в тайне=$matter : Matter( $answer : givenWith( "agreementComplete", "agreementNumber" ) )
[condition]соглашение об электронной подписи, если оно есть, заключено не позже дня подписания=$matter : Matter( $answer : notLater( "agreementDate" ) )

# Голосование совета
[condition]решает орган, который называет норма {norm}=$matter : Matter( $answer : sameWord( "body", "{norm}" ) )
[condition]голосование закончено=$matter : Matter( $answer : given( "closed" ) )
[condition]проголосовало не меньше процентов состава совета, чем требует норма {norm}=$matter : Matter( $answer : percentAtLeast( "voted", "members", "{norm}" ) )
[condition]членов совета с правом голоса не больше, чем называет норма {norm}=$matter : Matter( $answer : atMost( "members", "{norm}" ) )
[condition]в совете {size} и из них проголосовало не меньше {percent}=$matter : Matter( $answer : percentOfNorm( "voted", "{size}", "{percent}" ) )
[condition]голосовал председатель или заместитель, если этого требует норма {norm}=$matter : Matter( $answer : trueIfRequired( "leaderVoted", "{norm}" ) )
[condition]доля голосов за решение больше {share} при счёте {base} с тем, что при равенстве {casting}=$matter : Matter( $answer : adopted( "{share}", "{base}", "{casting}" ) )
[condition]если срок есть, решение принято не позже последнего дня срока, который даёт норма {norm}=$matter : Matter( $answer : byLastDay( "decidedOn", "decideBy", "{norm}" ) )

# Срок решения
[condition]от получения заявления до решения прошёл срок не больше, чем даёт норма {norm}=$matter : Matter( $answer : withinTerm( "receivedOn", "decidedOn", "{norm}" ) )

# Взносы и членство
[condition]решение о приёме положительное=$matter : Matter( $answer : given( "admitted" ) )
[condition]вступительный взнос уплачен не меньше, чем в день решения требовала норма {norm}=$matter : Matter( $answer : paidAtLeast( "entranceFeePaid", "decidedOn", "{norm}" ) )
[condition]паевой взнос уплачен не меньше, чем в день решения требовала норма {norm}=$matter : Matter( $answer : paidAtLeast( "sharePaid", "decidedOn", "{norm}" ) )
[condition]у каждого платежа указан день=$matter : Matter( $answer : given( "paymentsDated" ) )
[condition]взносы уплачены не позже последнего дня срока, который в день решения давала норма {norm}=$matter : Matter( $answer : byLastDay( "paidOn", "payBy", "decidedOn", "{norm}" ) )
[condition]членство возникает в этот день, а уплаченное до решения считается, как говорит норма {norm}=$matter : Matter( $answer : beginsToday( "memberOn", "paidOn", "decidedOn", "{norm}" ) )

# Неуплата
[condition]истёк срок уплаты, который в день решения давала норма {norm}=$matter : Matter( $answer : dayPassed( "payBy", "decidedOn", "{norm}" ) )
[condition]бухгалтер подтвердил, что взносы в срок не поступили=$matter : Matter( $answer : given( "nonpaymentConfirmed" ) )
[condition]вступительный взнос в срок не поступил и в части=$matter : Matter( $answer : absent( "entranceFeeInTime" ) )
[condition]паевой взнос в срок не поступил и в части=$matter : Matter( $answer : absent( "shareInTime" ) )
[condition]уведомление о решении отправлено=$matter : Matter( $answer : given( "noticeSentOn" ) )
[condition]уведомление отправлено не позже последнего дня срока, который в день решения давала норма {norm}=$matter : Matter( $answer : byLastDay( "noticeSentOn", "noticeBy", "decidedOn", "{norm}" ) )

# Чем оборачивается невыполненное условие
[consequence]иначе отказать=insert( $matter.found( drools.getRule().getName(), $answer, "refused" ) );
[consequence]иначе решает человек=insert( $matter.found( drools.getRule().getName(), $answer, "human" ) );
[consequence]иначе не хватает: {code}=insert( $matter.found( drools.getRule().getName(), $answer, "missing", "{code}" ) );

# Ответ
[condition]есть условие, из-за которого отказывают=$matter : Matter( ) exists Found( refuses )
[condition]нет условия, из-за которого отказывают=not Found( refuses )
[condition]есть условие, для которого не хватает сведений=$matter : Matter( ) exists Found( lacks )
[condition]нет условия, для которого не хватает сведений=not Found( lacks )
[condition]есть условие, о котором судит человек=$matter : Matter( ) exists Found( doubtful )
[condition]все условия выполнены=$matter : Matter( ) exists Found( ) not Found( open )
[consequence]ответ: отказать=$matter.conclude( "refused" );
[consequence]ответ: не хватает сведений=$matter.conclude( "missing" );
[consequence]ответ: решает человек=$matter.conclude( "human" );
[consequence]ответ: удовлетворить=$matter.conclude( "granted" );
