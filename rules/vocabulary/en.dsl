# The sentences that rules are written in. Left what a lawyer says, right what it means to the machine.
# In braces is what the lawyer puts in: rule and norm are names, article cites a law, date is a day
# like 2025-09-01, code is a word of the list of what may be missing.

# How a rule is built
[keyword]^rules for the legal form {code}=// legal form {code}
[keyword]^rule {rule}=rule "{rule}"
[keyword]^by law {article}=@law("{article}")
[keyword]^in force from {date}=date-effective "{date}"
[keyword]^in force until {date}=date-expires "{date}"
[keyword]^after all conditions=salience -1
[keyword]^if=when
[keyword]^then=then
[keyword]^end=end

# Order of conditions
[condition]the condition {rule} is met=Found( rule == "{rule}", held )

# Application for admission
[condition]the application is in writing=$matter : Matter( $answer : given( "inWriting" ) )
[condition]the application is addressed to the body that the norm {norm} names=$matter : Matter( $answer : sameWord( "addressedTo", "{norm}" ) )
[condition]the application gives family name, given name and patronymic=$matter : Matter( $answer : given( "nameGiven" ) )
[condition]the application gives the date of birth=$matter : Matter( $answer : given( "born" ) )
[condition]the application gives the place of residence=$matter : Matter( $answer : given( "addressGiven" ) )
[condition]the applicant has at least the years that the norm {norm} asks for=$matter : Matter( $answer : yearsAtLeast( "born", "{norm}" ) )
[condition]the applicant is not yet a member of the cooperative=$matter : Matter( $answer : untrue( "alreadyMember" ) )
[condition]since the former decision lapsed at least the months have passed that the norm {norm} asks for=$matter : Matter( $answer : monthsPassed( "lapsedOn", "{norm}" ) )
[condition]since the decision on somebody of the same name and birth date lapsed no fewer months have passed than the norm {norm} asks for=$matter : Matter( $answer : monthsPassed( "namesakeLapsedOn", "{norm}" ) )
[condition]consent to the processing of personal data is given=$matter : Matter( $answer : given( "consentGivenOn" ) )
[condition]consent is a document of its own, if on the day of consent the norm {norm} asks for it=$matter : Matter( $answer : trueIfRequired( "consentSeparate", "consentGivenOn", "{norm}" ) )

# Signing the application
[condition]the applicant was compared with the identity document=$matter : Matter( $answer : given( "identityVerified" ) )
[condition]there is a paper original with the digest of its scan, or an agreement on electronic signature with number and date=$matter : Matter( $answer : eitherPair( "paperSeen", "scanDigest", "agreementNumber", "agreementDate" ) )
[condition]the agreement on electronic signature, if any, says how the signer is determined and obliges to keep the key secret=$matter : Matter( $answer : givenWith( "agreementComplete", "agreementNumber" ) )
[condition]the agreement on electronic signature, if any, was made no later than the day of signing=$matter : Matter( $answer : notLater( "agreementDate" ) )

# Vote of the council
[condition]the decision is taken by the body that the norm {norm} names=$matter : Matter( $answer : sameWord( "body", "{norm}" ) )
[condition]voting is over=$matter : Matter( $answer : given( "closed" ) )
[condition]at least the percentage of the council has voted that the norm {norm} asks for=$matter : Matter( $answer : percentAtLeast( "voted", "members", "{norm}" ) )
[condition]the council members with a vote are no more than the norm {norm} names=$matter : Matter( $answer : atMost( "members", "{norm}" ) )
[condition]of a council of {size} at least {percent} has voted=$matter : Matter( $answer : percentOfNorm( "voted", "{size}", "{percent}" ) )
[condition]the chair or the deputy has voted, if the norm {norm} asks for it=$matter : Matter( $answer : trueIfRequired( "leaderVoted", "{norm}" ) )
[condition]the share of votes in favour is more than {share} counted {base} where on a tie {casting}=$matter : Matter( $answer : adopted( "{share}", "{base}", "{casting}" ) )
[condition]if there is a term, the decision was taken no later than its last day as the norm {norm} gives it=$matter : Matter( $answer : byLastDay( "decidedOn", "decideBy", "{norm}" ) )

# Term of the decision
[condition]from receipt of the application to the decision no more time has passed than the norm {norm} gives=$matter : Matter( $answer : withinTerm( "receivedOn", "decidedOn", "{norm}" ) )

# Payments and membership
[condition]the decision on admission is positive=$matter : Matter( $answer : given( "admitted" ) )
[condition]the entrance fee is paid, no less than the norm {norm} asked for on the day of the decision=$matter : Matter( $answer : paidAtLeast( "entranceFeePaid", "decidedOn", "{norm}" ) )
[condition]the share contribution is paid, no less than the norm {norm} asked for on the day of the decision=$matter : Matter( $answer : paidAtLeast( "sharePaid", "decidedOn", "{norm}" ) )
[condition]each payment has its day=$matter : Matter( $answer : given( "paymentsDated" ) )
[condition]the payments were made no later than the last day of the term that the norm {norm} gave on the day of the decision=$matter : Matter( $answer : byLastDay( "paidOn", "payBy", "decidedOn", "{norm}" ) )
[condition]membership arises on this day, and what was paid before the decision counts as the norm {norm} says=$matter : Matter( $answer : beginsToday( "memberOn", "paidOn", "decidedOn", "{norm}" ) )

# Nothing paid
[condition]the term of payment that the norm {norm} gave on the day of the decision is over=$matter : Matter( $answer : dayPassed( "payBy", "decidedOn", "{norm}" ) )
[condition]the accountant has confirmed that the contributions did not come in time=$matter : Matter( $answer : given( "nonpaymentConfirmed" ) )
[condition]nothing of the entrance fee came in time=$matter : Matter( $answer : absent( "entranceFeeInTime" ) )
[condition]nothing of the share contribution came in time=$matter : Matter( $answer : absent( "shareInTime" ) )
[condition]the notice of the decision was sent=$matter : Matter( $answer : given( "noticeSentOn" ) )
[condition]the notice was sent no later than the last day of the term that the norm {norm} gave on the day of the decision=$matter : Matter( $answer : byLastDay( "noticeSentOn", "noticeBy", "decidedOn", "{norm}" ) )

# What an unmet condition leads to
[consequence]otherwise refuse=insert( $matter.found( drools.getRule().getName(), $answer, "refused" ) );
[consequence]otherwise a human decides=insert( $matter.found( drools.getRule().getName(), $answer, "human" ) );
[consequence]otherwise missing: {code}=insert( $matter.found( drools.getRule().getName(), $answer, "missing", "{code}" ) );

# Answer
[condition]there is a condition that makes for refusal=$matter : Matter( ) exists Found( refuses )
[condition]there is no condition that makes for refusal=not Found( refuses )
[condition]there is a condition that lacks information=$matter : Matter( ) exists Found( lacks )
[condition]there is no condition that lacks information=not Found( lacks )
[condition]there is a condition that a human must judge=$matter : Matter( ) exists Found( doubtful )
[condition]all conditions are met=$matter : Matter( ) exists Found( ) not Found( open )
[consequence]answer: refused=$matter.conclude( "refused" );
[consequence]answer: missing=$matter.conclude( "missing" );
[consequence]answer: a human decides=$matter.conclude( "human" );
[consequence]answer: granted=$matter.conclude( "granted" );
