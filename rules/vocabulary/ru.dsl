# Предложения, которыми пишут правила. Слева — как говорит юрист, справа — что это значит для машины.
# В фигурных скобках — то, что юрист подставляет: rule и norm — имена, article — ссылка на закон,
# date — день как 2025-09-01, code — слово из списка недостающего.

# Устройство правила
[keyword]^правила для формы {code}=// legal form {code}
[keyword]^правила для любой формы=// legal form any
[keyword]^для формы {code}=// for the legal form {code}
[keyword]^правила для сообщества без особого закона=// legal form community
[keyword]^для сообщества без особого закона=// for the legal form community
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
[condition]раз членов у организации нет, заявление обращено к учредителям=$matter : Matter( $answer : given( "toFounders" ) )
[condition]заявление письменное, если этого требует норма {norm}=$matter : Matter( $answer : trueIfRequired( "inWriting", "{norm}" ) )
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

# Кворум собрания
[condition]собираются сами члены, а не участок и не уполномоченные=$matter : Matter( $answer : given( "wholeMeeting" ) )
[condition]собирается не участок=$matter : Matter( $answer : untrue( "sectionMeeting" ) )
[condition]заседает коллегиальный орган, и голоса подают на заседании=$matter : Matter( $answer : given( "collegialMeeting" ) )
[condition]заседает не коллегиальный орган=$matter : Matter( $answer : untrue( "collegialOrgan" ) )
[condition]на заседание коллегиального органа явилось больше процентов его членов, чем называет норма {norm}=$matter : Matter( $answer : percentAboveIf( "collegialMeeting", "participants", "entitled", "{norm}" ) )
[condition]это не первое собрание участка, и повестка у повторного прежняя=$matter : Matter( $answer : untrue( "sectionFirst" ) )
[condition]на общее собрание явилось больше {percent} всех, кто вправе голосовать, а ровно столько {base}=$matter : Matter( $answer : gathered( "generalMeeting", "participants", "entitled", "{percent}", "{base}" ) )
[condition]на общее собрание явилось не меньше {percent} там, где вправе голосовать меньше {size}=$matter : Matter( $answer : atLeastInSmall( "generalMeeting", "participants", "entitled", "{percent}", "{size}" ) )
[condition]на повторное собрание участка с прежней повесткой явилось больше процентов его членов, чем называет норма {norm}=$matter : Matter( $answer : percentAboveIf( "sectionRepeated", "participants", "entitled", "{norm}" ) )
[condition]на собрание уполномоченных явилось не меньше процентов избранных, чем требует норма {norm}=$matter : Matter( $answer : percentAtLeastIf( "delegatesMeeting", "participants", "entitled", "{norm}" ) )
[condition]заочно прислали голоса не меньше процентов всех участников, чем требует норма {norm}=$matter : Matter( $answer : percentAtLeastIf( "absenteeVote", "participants", "entitled", "{norm}" ) )
[condition]на первый созыв явилось больше той доли всех голосов, которую называет норма {norm}=$matter : Matter( $answer : more( "firstCall", "participants", "entitled", "{norm}" ) )
[condition]на второй созыв явилось не меньше {percent} всех голосов или не меньше {size}=$matter : Matter( $answer : percentOrNumber( "secondCall", "participants", "entitled", "{percent}", "{size}" ) )
[condition]если устав меняют на первом созыве, явилась доля всех членов не меньше, чем называет норма {norm}=$matter : Matter( $answer : noFewer( "charterFirstCall", "participants", "entitled", "{norm}" ) )
[condition]собрание созвано менять устав=$matter : Matter( $answer : given( "charterChange" ) )
[condition]устав не говорит об этом иного=$matter : Matter( $answer : untrue( "charterDiffers" ) )
[condition]член записан в реестр не меньше, чем за столько времени, сколько требует норма {norm}=$matter : Matter( $answer : timePassed( "enteredOn", "{norm}" ) )
[condition]один представитель голосует не больше чем за столько членов, сколько позволяет норма {norm}=$matter : Matter( $answer : atMost( "represented", "{norm}" ) )
[condition]полномочия представителя письменные, если этого требует норма {norm}=$matter : Matter( $answer : trueIfRequired( "proxyInWriting", "{norm}" ) )
[condition]представитель сам член кооператива, если этого требует норма {norm}=$matter : Matter( $answer : trueIfRequired( "proxyIsMember", "{norm}" ) )
[condition]устав не запрещает представителей=$matter : Matter( $answer : untrue( "proxiesForbidden" ) )

# Участие на расстоянии
[condition]участие на расстоянии в этот день допускает норма {norm}=$matter : Matter( $answer : allowedBy( "joinedRemotely", "{norm}" ) )
[condition]возможность так участвовать дают закон, единогласное решение участников или устав=$matter : Matter( $answer : anyOf( "remoteByLaw", "remoteUnanimous", "remoteByCharter" ) )
[condition]личность участника достоверно установлена=$matter : Matter( $answer : given( "identityEstablished" ) )
[condition]участник мог обсуждать вопросы повестки и голосовать=$matter : Matter( $answer : given( "ableToSpeakAndVote" ) )
[condition]возможность участвовать так даёт устав=$matter : Matter( $answer : given( "remoteByCharter" ) )
[condition]участник мог обсуждать и голосовать так, как требует норма {norm}=$matter : Matter( $answer : givenAs( "ableToSpeakAndVote", "{norm}" ) )

# Голосование собрания
[condition]о большинстве для такого вопроса правила говорят=$matter : Matter( $answer : given( "matterKnown" ) )
[condition]на собрании есть кворум=$matter : Matter( $answer : given( "quorum" ) )
[condition]у одного члена голосов не больше, чем даёт норма {norm}=$matter : Matter( $answer : atMost( "votesOfOne", "{norm}" ) )
[condition]если вопрос обычный, доля голосов за от участников собрания больше, чем называет норма {norm}=$matter : Matter( $answer : more( "onOrdinary", "votesFor", "participants", "{norm}" ) )
[condition]если голосуют заочно, доля голосов за от приславших больше, чем называет норма {norm}=$matter : Matter( $answer : more( "onAbsentee", "votesFor", "participants", "{norm}" ) )
[condition]если решают об исключении, доля голосов за и от всех членов, и от участников собрания не меньше, чем называет норма {norm}=$matter : Matter( $answer : noFewerOfEither( "onExclusion", "votesFor", "entitled", "participants", "{norm}" ) )
[condition]если решают об исключении, доля голосов за от участников собрания не меньше, чем называет норма {norm}=$matter : Matter( $answer : noFewer( "onExclusion", "votesFor", "participants", "{norm}" ) )
[condition]если решают о союзе, доля голосов за и от всех членов, и от участников собрания не меньше, чем называет норма {norm}=$matter : Matter( $answer : noFewerOfEither( "onUnion", "votesFor", "entitled", "participants", "{norm}" ) )
[condition]если распоряжаются недвижимостью, доля голосов за и от всех членов, и от участников собрания не меньше, чем называет норма {norm}=$matter : Matter( $answer : noFewerOfEither( "onRealEstate", "votesFor", "entitled", "participants", "{norm}" ) )
[condition]если меняют устав, доля голосов за от участников собрания не меньше, чем называет норма {norm}=$matter : Matter( $answer : noFewer( "onCharter", "votesFor", "participants", "{norm}" ) )
[condition]если решают о реорганизации, доля голосов за от участников собрания не меньше, чем называет норма {norm}=$matter : Matter( $answer : noFewer( "onReorganisation", "votesFor", "participants", "{norm}" ) )
[condition]если решают о ликвидации, доля голосов за от участников собрания не меньше, чем называет норма {norm}=$matter : Matter( $answer : noFewer( "onLiquidation", "votesFor", "participants", "{norm}" ) )
[condition]если решают о преобразовании, доля голосов за от всех членов не меньше, чем называет норма {norm}=$matter : Matter( $answer : noFewer( "onTransformation", "votesFor", "entitled", "{norm}" ) )
[condition]если вопрос назван в уставе особо, доля голосов за от участников собрания больше, чем называет норма {norm}=$matter : Matter( $answer : more( "onNamed", "votesFor", "participants", "{norm}" ) )
[condition]голоса подают на собрании, а не присылают=$matter : Matter( $answer : untrue( "absentee" ) )
[condition]больше одного голоса нет ни у кого=$matter : Matter( $answer : untrue( "pluralVotes" ) )
[condition]вопрос об изменении устава=$matter : Matter( $answer : given( "onCharter" ) )
[condition]вопрос обычный или об изменении устава=$matter : Matter( $answer : given( "ordinaryOrCharter" ) )
[condition]вопрос обычный, об изменении устава или о ликвидации=$matter : Matter( $answer : given( "ordinaryCharterOrLiquidation" ) )
[condition]вопрос обычный, об изменении устава, о реорганизации или о ликвидации=$matter : Matter( $answer : given( "ordinaryCharterOrStructure" ) )
[condition]если вопрос обычный, доля голосов за от поданных голосов больше, чем называет норма {norm}=$matter : Matter( $answer : more( "onOrdinary", "votesFor", "votesCast", "{norm}" ) )
[condition]если меняют устав, доля голосов за от поданных голосов не меньше, чем называет норма {norm}=$matter : Matter( $answer : noFewer( "onCharter", "votesFor", "votesCast", "{norm}" ) )
[condition]если решают о ликвидации, доля голосов за от поданных голосов не меньше, чем называет норма {norm}=$matter : Matter( $answer : noFewer( "onLiquidation", "votesFor", "votesCast", "{norm}" ) )
[condition]если меняют устав, доля голосов за от всех членов не меньше, чем называет норма {norm}=$matter : Matter( $answer : noFewer( "onCharter", "votesFor", "entitled", "{norm}" ) )

# Кто и что вправе решать
[condition]вопрос решает собрание, а не иной орган=$matter : Matter( $answer : given( "meetingDecides" ) )
[condition]если решают об исключении члена, это делает орган, названный нормой {norm}=$matter : Matter( $answer : sameWordIf( "onExclusion", "organ", "{norm}" ) )
[condition]если решают об уставе, это делает орган, названный нормой {norm}=$matter : Matter( $answer : sameWordIf( "onCharter", "organ", "{norm}" ) )
[condition]если решают о вступлении в союз или выходе из него, это делает орган, названный нормой {norm}=$matter : Matter( $answer : sameWordIf( "onUnion", "organ", "{norm}" ) )
[condition]если о союзе решают уполномоченные, это позволяет норма {norm}=$matter : Matter( $answer : allowedBy( "delegatesOnUnion", "{norm}" ) )
[condition]если о преобразовании решают уполномоченные, это позволяет норма {norm}=$matter : Matter( $answer : allowedBy( "delegatesOnTransformation", "{norm}" ) )
[condition]прочие вопросы решают сами члены, а не уполномоченные=$matter : Matter( $answer : untrue( "delegatesOnOther" ) )
[condition]вопрос стоял в повестке или участвовали все, кто вправе голосовать=$matter : Matter( $answer : anyOf( "onAgenda", "allTookPart", "allTookPart" ) )
[condition]вопрос об исключении члена=$matter : Matter( $answer : given( "onExclusion" ) )
[condition]вопрос стоял в повестке, если этого требует норма {norm}=$matter : Matter( $answer : trueIfRequired( "onAgenda", "{norm}" ) )
[condition]если присутствуют не все и решают не о порядке, вопрос объявили до собрания не меньше чем за столько времени, сколько требует норма {norm}=$matter : Matter( $answer : daysBeforeIf( "mustBeAnnounced", "announcedOn", "meetingOn", "{norm}" ) )

# Созыв собрания
[condition]от отправки извещения до собрания не меньше дней, чем требует норма {norm}=$matter : Matter( $answer : daysBefore( "sentOn", "meetingOn", "{norm}" ) )
[condition]извещение письменное, если этого требует норма {norm}=$matter : Matter( $answer : trueIfRequired( "noticeInWriting", "{norm}" ) )
[condition]если на собрании решают об исключении, члена известили до него не меньше чем за столько дней, сколько требует норма {norm}=$matter : Matter( $answer : daysBeforeIf( "exclusion", "exclusionToldOn", "meetingOn", "{norm}" ) )
[condition]от отправки извещения до собрания не меньше времени, чем требует норма {norm}=$matter : Matter( $answer : daysBefore( "sentOn", "meetingOn", "{norm}" ) )
[condition]между днём отправки извещения и днём собрания полных дней не меньше, чем требует норма {norm}=$matter : Matter( $answer : daysBetween( "sentOn", "meetingOn", "{norm}" ) )
[condition]если случай не срочный, извещение отправлено не меньше чем за столько дней до собрания, сколько требует норма {norm}=$matter : Matter( $answer : daysAheadIf( "notUrgent", "sentOn", "meetingOn", "{norm}" ) )
[condition]если случай срочный, извещение отправлено не меньше чем за столько дней до собрания, сколько требует норма {norm}=$matter : Matter( $answer : daysAheadIf( "urgent", "sentOn", "meetingOn", "{norm}" ) )
[condition]от отправки извещения до собрания не больше времени, чем даёт норма {norm}=$matter : Matter( $answer : noEarlier( "sentOn", "meetingOn", "{norm}" ) )
[condition]извещение есть и в газете, если в кооперативе больше членов, чем называет норма {norm}=$matter : Matter( $answer : requiredAbove( "inNewspaper", "cooperativeMembers", "{norm}" ) )

# Протокол
[condition]протокол составлен письменно=$matter : Matter( $answer : given( "minutesInWriting" ) )
[condition]протокол собрания подписал председатель=$matter : Matter( $answer : givenWith( "chairSigned", "meetingHeld" ) )
[condition]протокол собрания подписал секретарь=$matter : Matter( $answer : givenWith( "secretarySigned", "meetingHeld" ) )
[condition]протокол заочного голосования подписали те, кто считал голоса=$matter : Matter( $answer : givenWith( "countersSigned", "absentee" ) )
[condition]в протоколе есть дата и время, а при заочном голосовании день, до которого принимали голоса=$matter : Matter( $answer : given( "timeSaid" ) )
[condition]в протоколе есть место или способ участия=$matter : Matter( $answer : given( "placeSaid" ) )
[condition]в протоколе есть те, кто участвовал или чьи голоса получены=$matter : Matter( $answer : given( "participantsSaid" ) )
[condition]в протоколе есть итоги по каждому вопросу=$matter : Matter( $answer : given( "resultsSaid" ) )
[condition]в протоколе есть те, кто считал голоса, если их назначали=$matter : Matter( $answer : givenWith( "countersSaid", "countersAssigned" ) )
[condition]в протоколе есть те, кто голосовал против и просил это записать=$matter : Matter( $answer : givenWith( "dissentersSaid", "dissentersAsked" ) )
[condition]протокол собрания подписал присутствовавший член правления=$matter : Matter( $answer : givenWith( "boardMemberSigned", "meetingHeld" ) )
[condition]протокол собрания подписали два члена=$matter : Matter( $answer : givenWith( "membersSigned", "meetingHeld" ) )
[condition]в протоколе есть всё, что называет норма {norm}=$matter : Matter( $answer : givenAs( "contentWhole", "{norm}" ) )
[condition]к протоколу приложено то, что называет норма {norm}=$matter : Matter( $answer : givenAs( "annexesAttached", "{norm}" ) )

# Оспаривание решения
[condition]от дня, когда о решении узнали, до иска прошёл срок не больше, чем даёт норма {norm}=$matter : Matter( $answer : withinTerm( "learnedOn", "suedOn", "{norm}" ) )
[condition]от дня, когда о решении стало известно всем, до иска прошёл срок не больше, чем даёт норма {norm}=$matter : Matter( $answer : withinIf( "knownOn", "suedOn", "{norm}" ) )

# Уполномоченные
[condition]собрание уполномоченных предусмотрено уставом=$matter : Matter( $answer : given( "delegatesByCharter" ) )
[condition]члены живут в разных населённых пунктах=$matter : Matter( $answer : given( "severalSettlements" ) )
[condition]членов больше, чем называет норма {norm}=$matter : Matter( $answer : moreThan( "entitled", "{norm}" ) )
[condition]в решении об избрании назван уполномоченный=$matter : Matter( $answer : given( "delegateNamed" ) )
[condition]в решении об избрании сказано, скольких и кого уполномоченный представляет=$matter : Matter( $answer : given( "constituentsNamed" ) )
[condition]в решении об избрании указан срок полномочий=$matter : Matter( $answer : given( "mandateTermSaid" ) )
[condition]уполномоченный не состоит в правлении и исполнительных органах=$matter : Matter( $answer : untrue( "onBoard" ) )
[condition]уполномоченный не передал полномочия другому=$matter : Matter( $answer : untrue( "handedOver" ) )
[condition]если делегаты уже избраны, их не меньше, чем требует норма {norm}=$matter : Matter( $answer : atLeastIf( "electionHeld", "delegatesElected", "{norm}" ) )
[condition]видов деятельности или подразделений несколько, или членов у кооператива больше, чем называет норма {norm}=$matter : Matter( $answer : moreThanUnless( "severalParts", "entitled", "{norm}" ) )
[condition]право государства допускает собрания делегатов=$matter : Matter( $answer : given( "nationalLawAllows" ) )
[condition]делегат не состоит ни в правлении, ни в наблюдательном совете=$matter : Matter( $answer : untrue( "inOrgans" ) )
[condition]делегатом избрано полностью дееспособное физическое лицо, член кооператива=$matter : Matter( $answer : given( "capableMember" ) )

# Учредители и члены
[condition]в заявлении организации есть её наименование=$matter : Matter( $answer : given( "entityNameGiven" ) )
[condition]в заявлении организации есть место нахождения=$matter : Matter( $answer : given( "locationGiven" ) )
[condition]в заявлении организации есть ОГРН, если его требует норма {norm}=$matter : Matter( $answer : trueIfRequired( "registrationNumberGiven", "{norm}" ) )
[condition]в заявлении организации есть ИНН, если его требует норма {norm}=$matter : Matter( $answer : trueIfRequired( "taxNumberGiven", "{norm}" ) )
[condition]в заявлении организации есть банковские реквизиты=$matter : Matter( $answer : given( "bankGiven" ) )
[condition]учредителей-граждан не меньше {size} или учредителей-организаций не меньше {base}=$matter : Matter( $answer : enoughOfEither( "citizens", "{size}", "entities", "{base}" ) )
[condition]среди учредителей есть граждане=$matter : Matter( $answer : given( "anyCitizens" ) )
[condition]граждан среди учредителей не меньше, чем требует норма {norm}=$matter : Matter( $answer : atLeast( "citizens", "{norm}" ) )
[condition]членов, не участвующих трудом, не больше процентов от работающих, чем позволяет норма {norm}=$matter : Matter( $answer : percentAtMost( "nonWorking", "working", "{norm}" ) )
[condition]о приёме решил орган, названный нормой {norm}=$matter : Matter( $answer : sameWord( "body", "{norm}" ) )
[condition]решение о приёме утвердил наблюдательный совет, а где его нет, общее собрание=$matter : Matter( $answer : given( "approved" ) )
[condition]к регистрации уплачено не меньше процентов паевого взноса, чем требует норма {norm}=$matter : Matter( $answer : sumAtLeast( "sharePaidBefore", "shareDue", "{norm}" ) )
[condition]всех учредителей вместе не меньше, чем требует норма {norm}=$matter : Matter( $answer : atLeast( "founders", "{norm}" ) )
[condition]там, где учреждают и граждане, учредителей всего не меньше, чем требует норма {norm}=$matter : Matter( $answer : atLeastIf( "anyCitizens", "founders", "{norm}" ) )
[condition]государств, из которых учредители, не меньше, чем требует норма {norm}=$matter : Matter( $answer : atLeast( "states", "{norm}" ) )
[condition]всех учредителей не меньше {size} или, если это граждане по правилам общества с ограниченной ответственностью, не меньше {base}=$matter : Matter( $answer : enoughOfEither( "founders", "{size}", "citizensByCompanyRules", "{base}" ) )
[condition]всех учредителей не меньше {size} или, если это зарегистрированные общества, не меньше {base}=$matter : Matter( $answer : enoughOfEither( "founders", "{size}", "societiesAlone", "{base}" ) )
[condition]капитал не меньше, чем требует норма {norm}=$matter : Matter( $answer : sumReaches( "capital", "{norm}" ) )
[condition]прошёл без ответа на заявление срок, который даёт норма {norm}=$matter : Matter( $answer : unanswered( "receivedOn", "answeredOn", "{norm}" ) )
[condition]место занимает член кооператива=$matter : Matter( $answer : given( "memberOfCooperative" ) )
[condition]место занимает физическое лицо=$matter : Matter( $answer : given( "naturalPerson" ) )
[condition]никто не состоит и в наблюдательном совете, и в правлении=$matter : Matter( $answer : untrue( "onBothBoards" ) )
[condition]никто не состоит в наблюдательном совете, будучи председателем=$matter : Matter( $answer : untrue( "supervisesAndChairs" ) )
[condition]ни у кого в наблюдательном совете нет общей торговой доверенности=$matter : Matter( $answer : untrue( "supervisesAsProcurator" ) )
[condition]из правления в наблюдательный совет никто не входит, пока его действия не одобрены=$matter : Matter( $answer : untrue( "supervisesUndischarged" ) )
[condition]если занимающий место состоит в другом подобном кооперативе, это позволяет норма {norm}=$matter : Matter( $answer : allowedBy( "inSimilarCooperative", "{norm}" ) )
[condition]контрольная цифра номера верна=$matter : Matter( $answer : given( "checkDigitRight" ) )
[condition]цифры номера отвечают дню рождения, если этого требует норма {norm}=$matter : Matter( $answer : trueIfRequired( "birthDateMatches", "{norm}" ) )

# Органы
[condition]в правлении и председателем состоит только член кооператива, если этого требует норма {norm}=$matter : Matter( $answer : requiredUnless( "memberOfCooperative", "otherSeat", "{norm}" ) )
[condition]никто не состоит и в ревизионной комиссии, и в другом органе=$matter : Matter( $answer : untrue( "auditsAndSits" ) )
[condition]правила знают, какой орган избран=$matter : Matter( $answer : given( "organKnown" ) )
[condition]орган избран тем, кого называет норма {norm}=$matter : Matter( $answer : sameWord( "organ", "{norm}" ) )
[condition]если закон перечисляет: {size} и среди них избираемый орган, его избирает {base}=$matter : Matter( $answer : sameWordIfNamed( "elected", "{size}", "organ", "{base}" ) )
[condition]если закон перечисляет: {size} и среди них нет избираемого органа, его избирает {base}=$matter : Matter( $answer : sameWordUnlessNamed( "elected", "{size}", "organ", "{base}" ) )
[condition]избирают сами члены, а не уполномоченные=$matter : Matter( $answer : untrue( "delegatesElect" ) )
[condition]в повестке названы имя и должность того, кого избирают=$matter : Matter( $answer : given( "candidateNamed" ) )
[condition]есть совет=$matter : Matter( $answer : given( "council" ) )
[condition]есть правление=$matter : Matter( $answer : given( "board" ) )
[condition]есть ревизионная комиссия или ревизор=$matter : Matter( $answer : given( "audited" ) )
[condition]правление есть, если в кооперативе больше членов, чем называет норма {norm}=$matter : Matter( $answer : requiredAbove( "board", "cooperativeMembers", "{norm}" ) )
[condition]наблюдательного совета нет, или в кооперативе больше членов, чем называет норма {norm}=$matter : Matter( $answer : moreThanUnless( "noSupervisoryBoard", "cooperativeMembers", "{norm}" ) )
[condition]наблюдательный совет есть, если в кооперативе не меньше членов, чем называет норма {norm}=$matter : Matter( $answer : requiredFrom( "supervisoryBoard", "cooperativeMembers", "{norm}" ) )
[condition]наблюдательный совет есть, если этого требует норма {norm}=$matter : Matter( $answer : trueIfRequired( "supervisoryBoard", "{norm}" ) )
[condition]если ревизоры есть, их {size} или больше, или ровно один там, где членов меньше {base}=$matter : Matter( $answer : atLeastOrOneInSmall( "audited", "auditors", "cooperativeMembers", "{size}", "{base}" ) )
[condition]работников в коллегиальном органе не больше той доли его членов, которую называет норма {norm}=$matter : Matter( $answer : shareAtMost( "collegialEmployees", "collegialMembers", "{norm}" ) )

# Выход, возврат и выплаты
[condition]о выходе предупредили письменно=$matter : Matter( $answer : given( "exitInWriting" ) )
[condition]о выходе предупредили не меньше чем за столько дней, сколько требует норма {norm}=$matter : Matter( $answer : daysAhead( "exitToldOn", "leavesOn", "{norm}" ) )
[condition]заявление о выходе рассматривает орган, названный нормой {norm}=$matter : Matter( $answer : sameWord( "body", "{norm}" ) )
[condition]если просят вернуть вступительный взнос, это позволяет норма {norm}=$matter : Matter( $answer : allowedBy( "entranceFeeAsked", "{norm}" ) )
[condition]если взнос требуют за личный долг члена, это позволяет норма {norm}=$matter : Matter( $answer : allowedBy( "forPersonalDebt", "{norm}" ) )
[condition]пай вернули за {size} от прекращения членства, и считается {base}=$matter : Matter( $answer : withinByNormOf( "leftOn", "refundedOn", "enteredOn", "{size}", "{base}" ) )
[condition]от решения об исключении до возврата пая прошёл срок не больше, чем даёт норма {norm}=$matter : Matter( $answer : withinTerm( "excludedOn", "refundedOn", "{norm}" ) )
[condition]от утверждения баланса до покрытия убытка взносами прошёл срок не больше, чем даёт норма {norm}=$matter : Matter( $answer : withinTerm( "balanceApprovedOn", "coveredOn", "{norm}" ) )
[condition]кооперативные выплаты не больше процентов дохода, чем позволяет норма {norm}=$matter : Matter( $answer : sumAtMost( "payments", "income", "{norm}" ) )
[condition]член выходит в конце финансового года=$matter : Matter( $answer : given( "atYearEnd" ) )
[condition]о выходе предупредили не меньше чем за столько времени, сколько требует норма {norm}=$matter : Matter( $answer : daysAhead( "exitToldOn", "leavesOn", "{norm}" ) )
[condition]от прекращения членства до возврата пая прошёл срок не больше, чем даёт норма {norm}=$matter : Matter( $answer : withinTerm( "leftOn", "refundedOn", "{norm}" ) )
[condition]устав требует предупреждать о выходе не больше чем за столько месяцев, сколько позволяет норма {norm}=$matter : Matter( $answer : atMostIfSaid( "exitNoticeMonths", "{norm}" ) )
[condition]устав обязывает оставаться членом не дольше, чем позволяет норма {norm}=$matter : Matter( $answer : atMostIfSaid( "stayYears", "{norm}" ) )
[condition]устав возвращает пай не позже, чем позволяет норма {norm}=$matter : Matter( $answer : atMostIfSaid( "refundYears", "{norm}" ) )
[condition]устав избирает делегатов не дольше, чем позволяет норма {norm}=$matter : Matter( $answer : atMostIfSaid( "delegateYears", "{norm}" ) )

# Регистрация ООО и ИП
[condition]заявитель состоит в каком-нибудь кооперативе=$matter : Matter( $answer : given( "registrantInCooperative" ) )
[condition]участников общества не больше, чем позволяет норма {norm}=$matter : Matter( $answer : atMost( "companyParticipants", "{norm}" ) )
[condition]единственный участник не общество, в котором тоже один участник=$matter : Matter( $answer : untrue( "soleIsCompanyOfOne" ) )
[condition]избрание директора удостоверил нотариус, если этого требует норма {norm} и общество не финансовая организация=$matter : Matter( $answer : requiredUnless( "notarised", "financialOrganisation", "{norm}" ) )
[condition]заявителю исполнилось {size} или, если есть согласие родителей, брак или эмансипация, {base}=$matter : Matter( $answer : yearsAtLeastOrWith( "born", "earlyLeave", "{size}", "{base}" ) )
[condition]заявитель ещё не предприниматель=$matter : Matter( $answer : untrue( "alreadyTrader" ) )
[condition]заявителю не запрещено предпринимательство=$matter : Matter( $answer : untrue( "banned" ) )

# Согласие и утечка данных
[condition]в согласии есть имя, адрес и документ человека=$matter : Matter( $answer : given( "subjectSaid" ) )
[condition]в согласии есть наименование и адрес оператора=$matter : Matter( $answer : given( "operatorSaid" ) )
[condition]в согласии есть цель обработки=$matter : Matter( $answer : given( "purposeSaid" ) )
[condition]в согласии есть перечень данных=$matter : Matter( $answer : given( "dataListed" ) )
[condition]в согласии есть действия с данными и способы обработки=$matter : Matter( $answer : given( "actionsSaid" ) )
[condition]в согласии есть его срок=$matter : Matter( $answer : given( "consentTermSaid" ) )
[condition]в согласии сказано, как его отозвать=$matter : Matter( $answer : given( "withdrawalSaid" ) )
[condition]согласие подписано=$matter : Matter( $answer : given( "consentSigned" ) )
[condition]от обнаружения утечки до первого извещения прошло не больше часов, чем даёт норма {norm}=$matter : Matter( $answer : withinHours( "foundAt", "firstNoticeAt", "{norm}" ) )
[condition]от обнаружения утечки до извещения о расследовании прошло не больше часов, чем даёт норма {norm}=$matter : Matter( $answer : withinHours( "foundAt", "resultNoticeAt", "{norm}" ) )

# Электронная подпись
[condition]вид подписи тот, который называет норма {norm}=$matter : Matter( $answer : sameWord( "signatureKind", "{norm}" ) )
[condition]закон не требует только бумаги=$matter : Matter( $answer : untrue( "paperPrescribed" ) )
[condition]если в сертификате работника данные организации, это позволяет норма {norm}=$matter : Matter( $answer : allowedBy( "employeeCertificate", "{norm}" ) )
[condition]к подписи работника за организацию приложена машиночитаемая доверенность, если её требует норма {norm}=$matter : Matter( $answer : requiredUnless( "attorneyAttached", "noAttorneyNeeded", "{norm}" ) )
[condition]если подписано по прежнему стандарту, это позволяет норма {norm}=$matter : Matter( $answer : allowedBy( "oldAlgorithm", "{norm}" ) )

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
