# The sentences that rules are written in. Left what a lawyer says, right what it means to the machine.
# In braces is what the lawyer puts in: rule and norm are names, article cites a law, date is a day
# like 2025-09-01, code is a word of the list of what may be missing.

# How a rule is built
[keyword]^rules for the legal form {code}=// legal form {code}
[keyword]^rules for any legal form=// legal form any
[keyword]^for the legal form {code}=// for the legal form {code}
[keyword]^rules for a community without a law of its own=// legal form community
[keyword]^for a community without a law of its own=// for the legal form community
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
[condition]as the organisation has no members, the application is addressed to its founders=$matter : Matter( $answer : given( "toFounders" ) )
[condition]the application is a written one, if the norm {norm} asks for it=$matter : Matter( $answer : trueIfRequired( "inWriting", "{norm}" ) )
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

# Quorum of a meeting
[condition]the members themselves meet, not a section and not delegates=$matter : Matter( $answer : given( "wholeMeeting" ) )
[condition]it is not a section that meets=$matter : Matter( $answer : untrue( "sectionMeeting" ) )
[condition]the collegial organ sits, and votes are cast at the sitting=$matter : Matter( $answer : given( "collegialMeeting" ) )
[condition]it is not the collegial organ that sits=$matter : Matter( $answer : untrue( "collegialOrgan" ) )
[condition]more than the percentage of its members that the norm {norm} names have come to the sitting of the collegial organ=$matter : Matter( $answer : percentAboveIf( "collegialMeeting", "participants", "entitled", "{norm}" ) )
[condition]this is no first meeting of a section, and a repeated one has the former agenda=$matter : Matter( $answer : untrue( "sectionFirst" ) )
[condition]more than {percent} of all who may vote have come to the general meeting, and exactly so many {base}=$matter : Matter( $answer : gathered( "generalMeeting", "participants", "entitled", "{percent}", "{base}" ) )
[condition]at least {percent} have come to the general meeting where those who may vote are fewer than {size}=$matter : Matter( $answer : atLeastInSmall( "generalMeeting", "participants", "entitled", "{percent}", "{size}" ) )
[condition]more than the percentage of its members that the norm {norm} names have come to the repeated meeting of a section with the former agenda=$matter : Matter( $answer : percentAboveIf( "sectionRepeated", "participants", "entitled", "{norm}" ) )
[condition]at least the percentage of those elected that the norm {norm} asks for have come to the meeting of delegates=$matter : Matter( $answer : percentAtLeastIf( "delegatesMeeting", "participants", "entitled", "{norm}" ) )
[condition]at least the percentage of all participants that the norm {norm} asks for have sent their votes in absentee voting=$matter : Matter( $answer : percentAtLeastIf( "absenteeVote", "participants", "entitled", "{norm}" ) )
[condition]at a first call more than the share of all votes that the norm {norm} names are there=$matter : Matter( $answer : more( "firstCall", "participants", "entitled", "{norm}" ) )
[condition]at a second call no less than {percent} of all votes or no less than {size} are there=$matter : Matter( $answer : percentOrNumber( "secondCall", "participants", "entitled", "{percent}", "{size}" ) )
[condition]if the charter is to be changed at a first call, no less than the share of all members that the norm {norm} names are there=$matter : Matter( $answer : noFewer( "charterFirstCall", "participants", "entitled", "{norm}" ) )
[condition]the meeting is to change the charter=$matter : Matter( $answer : given( "charterChange" ) )
[condition]the charter says nothing else on this=$matter : Matter( $answer : untrue( "charterDiffers" ) )
[condition]the member has stood in the register of members no less than the norm {norm} asks for=$matter : Matter( $answer : timePassed( "enteredOn", "{norm}" ) )
[condition]one proxy stands for no more members than the norm {norm} allows=$matter : Matter( $answer : atMost( "represented", "{norm}" ) )
[condition]the power of the proxy is in writing, if the norm {norm} asks for it=$matter : Matter( $answer : trueIfRequired( "proxyInWriting", "{norm}" ) )
[condition]the proxy is another member, if the norm {norm} asks for it=$matter : Matter( $answer : trueIfRequired( "proxyIsMember", "{norm}" ) )
[condition]the charter does not forbid proxies=$matter : Matter( $answer : untrue( "proxiesForbidden" ) )

# Taking part from afar
[condition]taking part from afar is allowed on this day by the norm {norm}=$matter : Matter( $answer : allowedBy( "joinedRemotely", "{norm}" ) )
[condition]a law, a unanimous decision of the participants or the charter gives the possibility of taking part so=$matter : Matter( $answer : anyOf( "remoteByLaw", "remoteUnanimous", "remoteByCharter" ) )
[condition]the participant is reliably identified=$matter : Matter( $answer : given( "identityEstablished" ) )
[condition]the participant could discuss the agenda and vote=$matter : Matter( $answer : given( "ableToSpeakAndVote" ) )
[condition]the charter lets members take part so=$matter : Matter( $answer : given( "remoteByCharter" ) )
[condition]the participant could discuss and vote as the norm {norm} asks for=$matter : Matter( $answer : givenAs( "ableToSpeakAndVote", "{norm}" ) )

# Vote of a meeting
[condition]the rules speak of the majority for such a matter=$matter : Matter( $answer : given( "matterKnown" ) )
[condition]the meeting has a quorum=$matter : Matter( $answer : given( "quorum" ) )
[condition]one member has no more votes than the norm {norm} gives=$matter : Matter( $answer : atMost( "votesOfOne", "{norm}" ) )
[condition]if the matter is an ordinary one, the share of votes in favour among the participants of the meeting is more than the norm {norm} names=$matter : Matter( $answer : more( "onOrdinary", "votesFor", "participants", "{norm}" ) )
[condition]if votes are sent in, the share of those in favour among them is more than the norm {norm} names=$matter : Matter( $answer : more( "onAbsentee", "votesFor", "participants", "{norm}" ) )
[condition]if exclusion is decided on, the share of votes in favour among all members as well as among the participants of the meeting is no less than the norm {norm} names=$matter : Matter( $answer : noFewerOfEither( "onExclusion", "votesFor", "entitled", "participants", "{norm}" ) )
[condition]if exclusion is decided on, the share of votes in favour among the participants of the meeting is no less than the norm {norm} names=$matter : Matter( $answer : noFewer( "onExclusion", "votesFor", "participants", "{norm}" ) )
[condition]if a union is decided on, the share of votes in favour among all members as well as among the participants of the meeting is no less than the norm {norm} names=$matter : Matter( $answer : noFewerOfEither( "onUnion", "votesFor", "entitled", "participants", "{norm}" ) )
[condition]if real estate is disposed of, the share of votes in favour among all members as well as among the participants of the meeting is no less than the norm {norm} names=$matter : Matter( $answer : noFewerOfEither( "onRealEstate", "votesFor", "entitled", "participants", "{norm}" ) )
[condition]if the charter is changed, the share of votes in favour among the participants of the meeting is no less than the norm {norm} names=$matter : Matter( $answer : noFewer( "onCharter", "votesFor", "participants", "{norm}" ) )
[condition]if reorganisation is decided on, the share of votes in favour among the participants of the meeting is no less than the norm {norm} names=$matter : Matter( $answer : noFewer( "onReorganisation", "votesFor", "participants", "{norm}" ) )
[condition]if liquidation is decided on, the share of votes in favour among the participants of the meeting is no less than the norm {norm} names=$matter : Matter( $answer : noFewer( "onLiquidation", "votesFor", "participants", "{norm}" ) )
[condition]if transformation is decided on, the share of votes in favour among all members is no less than the norm {norm} names=$matter : Matter( $answer : noFewer( "onTransformation", "votesFor", "entitled", "{norm}" ) )
[condition]if the charter names the matter apart, the share of votes in favour among the participants of the meeting is more than the norm {norm} names=$matter : Matter( $answer : more( "onNamed", "votesFor", "participants", "{norm}" ) )
[condition]the votes are given at the meeting and not sent in=$matter : Matter( $answer : untrue( "absentee" ) )
[condition]nobody has more than one vote=$matter : Matter( $answer : untrue( "pluralVotes" ) )
[condition]it is the charter that is changed=$matter : Matter( $answer : given( "onCharter" ) )
[condition]the matter is an ordinary one or a change of the charter=$matter : Matter( $answer : given( "ordinaryOrCharter" ) )
[condition]the matter is an ordinary one, a change of the charter or liquidation=$matter : Matter( $answer : given( "ordinaryCharterOrLiquidation" ) )
[condition]the matter is an ordinary one, a change of the charter, reorganisation or liquidation=$matter : Matter( $answer : given( "ordinaryCharterOrStructure" ) )
[condition]if the matter is an ordinary one, the share of votes in favour among the votes cast is more than the norm {norm} names=$matter : Matter( $answer : more( "onOrdinary", "votesFor", "votesCast", "{norm}" ) )
[condition]if the charter is changed, the share of votes in favour among the votes cast is no less than the norm {norm} names=$matter : Matter( $answer : noFewer( "onCharter", "votesFor", "votesCast", "{norm}" ) )
[condition]if liquidation is decided on, the share of votes in favour among the votes cast is no less than the norm {norm} names=$matter : Matter( $answer : noFewer( "onLiquidation", "votesFor", "votesCast", "{norm}" ) )
[condition]if the charter is changed, the share of votes in favour among all members is no less than the norm {norm} names=$matter : Matter( $answer : noFewer( "onCharter", "votesFor", "entitled", "{norm}" ) )

# Who may decide what
[condition]a meeting decides the matter and no other body=$matter : Matter( $answer : given( "meetingDecides" ) )
[condition]if the exclusion of a member is decided on, that is done by the body named in the norm {norm}=$matter : Matter( $answer : sameWordIf( "onExclusion", "organ", "{norm}" ) )
[condition]if the charter is decided on, that is done by the body named in the norm {norm}=$matter : Matter( $answer : sameWordIf( "onCharter", "organ", "{norm}" ) )
[condition]if joining or leaving a union is decided on, that is done by the body named in the norm {norm}=$matter : Matter( $answer : sameWordIf( "onUnion", "organ", "{norm}" ) )
[condition]if delegates decide on a union, that is allowed by the norm {norm}=$matter : Matter( $answer : allowedBy( "delegatesOnUnion", "{norm}" ) )
[condition]if delegates decide on transformation, that is allowed by the norm {norm}=$matter : Matter( $answer : allowedBy( "delegatesOnTransformation", "{norm}" ) )
[condition]the members themselves and not delegates decide the other matters=$matter : Matter( $answer : untrue( "delegatesOnOther" ) )
[condition]the matter was on the agenda or all who may vote took part=$matter : Matter( $answer : anyOf( "onAgenda", "allTookPart", "allTookPart" ) )
[condition]it is the exclusion of a member that is decided on=$matter : Matter( $answer : given( "onExclusion" ) )
[condition]the matter was on the agenda, if the norm {norm} asks for it=$matter : Matter( $answer : trueIfRequired( "onAgenda", "{norm}" ) )
[condition]unless all are present or procedure is decided on, the item was announced before the meeting by at least the time that the norm {norm} asks for=$matter : Matter( $answer : daysBeforeIf( "mustBeAnnounced", "announcedOn", "meetingOn", "{norm}" ) )

# Calling a meeting
[condition]from sending the notice to the meeting there are at least the days that the norm {norm} asks for=$matter : Matter( $answer : daysBefore( "sentOn", "meetingOn", "{norm}" ) )
[condition]the notice is in writing, if the norm {norm} asks for it=$matter : Matter( $answer : trueIfRequired( "noticeInWriting", "{norm}" ) )
[condition]if the meeting decides on exclusion, the member was told at least the days before that the norm {norm} asks for=$matter : Matter( $answer : daysBeforeIf( "exclusion", "exclusionToldOn", "meetingOn", "{norm}" ) )
[condition]from sending the notice to the meeting there is at least the time that the norm {norm} asks for=$matter : Matter( $answer : daysBefore( "sentOn", "meetingOn", "{norm}" ) )
[condition]between the day of sending the notice and that of the meeting there lie at least the whole days that the norm {norm} asks for=$matter : Matter( $answer : daysBetween( "sentOn", "meetingOn", "{norm}" ) )
[condition]if nothing is urgent, the notice was sent at least the days before the meeting that the norm {norm} asks for=$matter : Matter( $answer : daysAheadIf( "notUrgent", "sentOn", "meetingOn", "{norm}" ) )
[condition]if the case is urgent, the notice was sent at least the days before the meeting that the norm {norm} asks for=$matter : Matter( $answer : daysAheadIf( "urgent", "sentOn", "meetingOn", "{norm}" ) )
[condition]from sending the notice to the meeting there is no more time than the norm {norm} gives=$matter : Matter( $answer : noEarlier( "sentOn", "meetingOn", "{norm}" ) )
[condition]the notice stands in a newspaper too, if the cooperative has more members than the norm {norm} names=$matter : Matter( $answer : requiredAbove( "inNewspaper", "cooperativeMembers", "{norm}" ) )

# Minutes
[condition]the minutes are in writing=$matter : Matter( $answer : given( "minutesInWriting" ) )
[condition]the chair has signed the minutes of the meeting=$matter : Matter( $answer : givenWith( "chairSigned", "meetingHeld" ) )
[condition]the secretary has signed the minutes of the meeting=$matter : Matter( $answer : givenWith( "secretarySigned", "meetingHeld" ) )
[condition]those who counted the votes have signed the minutes of absentee voting=$matter : Matter( $answer : givenWith( "countersSigned", "absentee" ) )
[condition]the minutes have the date and time, of absentee voting the last day for votes=$matter : Matter( $answer : given( "timeSaid" ) )
[condition]the minutes have the place or the manner of taking part=$matter : Matter( $answer : given( "placeSaid" ) )
[condition]the minutes name those who took part or whose votes came=$matter : Matter( $answer : given( "participantsSaid" ) )
[condition]the minutes have the result of each item=$matter : Matter( $answer : given( "resultsSaid" ) )
[condition]the minutes name those who counted the votes, if any were assigned=$matter : Matter( $answer : givenWith( "countersSaid", "countersAssigned" ) )
[condition]the minutes name those who voted against and asked to record it=$matter : Matter( $answer : givenWith( "dissentersSaid", "dissentersAsked" ) )
[condition]a member of the board who was present has signed the minutes of the meeting=$matter : Matter( $answer : givenWith( "boardMemberSigned", "meetingHeld" ) )
[condition]two members have signed the minutes of the meeting=$matter : Matter( $answer : givenWith( "membersSigned", "meetingHeld" ) )
[condition]the minutes have all that the norm {norm} names=$matter : Matter( $answer : givenAs( "contentWhole", "{norm}" ) )
[condition]what the norm {norm} names is annexed to the minutes=$matter : Matter( $answer : givenAs( "annexesAttached", "{norm}" ) )

# Contesting a decision
[condition]from the day of learning of the decision to the suit no more time has passed than the norm {norm} gives=$matter : Matter( $answer : withinTerm( "learnedOn", "suedOn", "{norm}" ) )
[condition]from the day on which the decision became generally known to the suit no more time has passed than the norm {norm} gives=$matter : Matter( $answer : withinIf( "knownOn", "suedOn", "{norm}" ) )

# Delegates
[condition]the charter provides for a meeting of delegates=$matter : Matter( $answer : given( "delegatesByCharter" ) )
[condition]the members live in several settlements=$matter : Matter( $answer : given( "severalSettlements" ) )
[condition]the members are more than the norm {norm} names=$matter : Matter( $answer : moreThan( "entitled", "{norm}" ) )
[condition]the decision on the election names the delegate=$matter : Matter( $answer : given( "delegateNamed" ) )
[condition]the decision on the election says how many and whom the delegate represents=$matter : Matter( $answer : given( "constituentsNamed" ) )
[condition]the decision on the election says the term of the mandate=$matter : Matter( $answer : given( "mandateTermSaid" ) )
[condition]the delegate is not in the board or in the executive organs=$matter : Matter( $answer : untrue( "onBoard" ) )
[condition]the delegate has not passed the mandate on=$matter : Matter( $answer : untrue( "handedOver" ) )
[condition]once delegates are elected, they are no fewer than the norm {norm} asks for=$matter : Matter( $answer : atLeastIf( "electionHeld", "delegatesElected", "{norm}" ) )
[condition]there are several activities or units, or more members than the norm {norm} names=$matter : Matter( $answer : moreThanUnless( "severalParts", "entitled", "{norm}" ) )
[condition]the law of the state allows meetings of delegates=$matter : Matter( $answer : given( "nationalLawAllows" ) )
[condition]the delegate is neither in the board nor in the supervisory board=$matter : Matter( $answer : untrue( "inOrgans" ) )
[condition]the delegate is a natural person of full capacity and a member=$matter : Matter( $answer : given( "capableMember" ) )

# Founders and members
[condition]the application of an organisation gives its name=$matter : Matter( $answer : given( "entityNameGiven" ) )
[condition]the application of an organisation gives its location=$matter : Matter( $answer : given( "locationGiven" ) )
[condition]the application of an organisation gives the registration number, if the norm {norm} asks for it=$matter : Matter( $answer : trueIfRequired( "registrationNumberGiven", "{norm}" ) )
[condition]the application of an organisation gives the tax number, if the norm {norm} asks for it=$matter : Matter( $answer : trueIfRequired( "taxNumberGiven", "{norm}" ) )
[condition]the application of an organisation gives its bank details=$matter : Matter( $answer : given( "bankGiven" ) )
[condition]founding citizens are no fewer than {size} or founding organisations no fewer than {base}=$matter : Matter( $answer : enoughOfEither( "citizens", "{size}", "entities", "{base}" ) )
[condition]there are citizens among the founders=$matter : Matter( $answer : given( "anyCitizens" ) )
[condition]the citizens among the founders are no fewer than the norm {norm} asks for=$matter : Matter( $answer : atLeast( "citizens", "{norm}" ) )
[condition]the members who do not work are no more than the percentage of those who do that the norm {norm} allows=$matter : Matter( $answer : percentAtMost( "nonWorking", "working", "{norm}" ) )
[condition]admission was decided by the body named in the norm {norm}=$matter : Matter( $answer : sameWord( "body", "{norm}" ) )
[condition]the decision on admission was approved by the supervisory board or, where there is none, by the general meeting=$matter : Matter( $answer : given( "approved" ) )
[condition]by registration at least the percentage of the share contribution is paid that the norm {norm} asks for=$matter : Matter( $answer : sumAtLeast( "sharePaidBefore", "shareDue", "{norm}" ) )
[condition]all founders together are no fewer than the norm {norm} asks for=$matter : Matter( $answer : atLeast( "founders", "{norm}" ) )
[condition]where citizens take part, the founders all told are no fewer than the norm {norm} asks for=$matter : Matter( $answer : atLeastIf( "anyCitizens", "founders", "{norm}" ) )
[condition]the founders come from no fewer states than the norm {norm} asks for=$matter : Matter( $answer : atLeast( "states", "{norm}" ) )
[condition]all founders are no fewer than {size} or, being natural persons under the rules of a limited company, no fewer than {base}=$matter : Matter( $answer : enoughOfEither( "founders", "{size}", "citizensByCompanyRules", "{base}" ) )
[condition]all founders are no fewer than {size} or, being registered societies, no fewer than {base}=$matter : Matter( $answer : enoughOfEither( "founders", "{size}", "societiesAlone", "{base}" ) )
[condition]the capital is no less than the norm {norm} asks for=$matter : Matter( $answer : sumReaches( "capital", "{norm}" ) )
[condition]the term that the norm {norm} gives has passed without an answer to the application=$matter : Matter( $answer : unanswered( "receivedOn", "answeredOn", "{norm}" ) )
[condition]whoever takes the seat is a member of the cooperative=$matter : Matter( $answer : given( "memberOfCooperative" ) )
[condition]whoever takes the seat is a natural person=$matter : Matter( $answer : given( "naturalPerson" ) )
[condition]nobody is in the supervisory board and in the board at once=$matter : Matter( $answer : untrue( "onBothBoards" ) )
[condition]nobody is in the supervisory board and in the chair at once=$matter : Matter( $answer : untrue( "supervisesAndChairs" ) )
[condition]nobody in the supervisory board holds a general commercial power of attorney=$matter : Matter( $answer : untrue( "supervisesAsProcurator" ) )
[condition]nobody joins the supervisory board from the board before being discharged=$matter : Matter( $answer : untrue( "supervisesUndischarged" ) )
[condition]if whoever takes the seat is a member of another similar cooperative, that is allowed by the norm {norm}=$matter : Matter( $answer : allowedBy( "inSimilarCooperative", "{norm}" ) )
[condition]the check digit of the number is right=$matter : Matter( $answer : given( "checkDigitRight" ) )
[condition]the digits of the number say the day of birth, if the norm {norm} asks for it=$matter : Matter( $answer : trueIfRequired( "birthDateMatches", "{norm}" ) )

# Organs
[condition]only a member of the cooperative is in the board or in the chair, if the norm {norm} asks for it=$matter : Matter( $answer : requiredUnless( "memberOfCooperative", "otherSeat", "{norm}" ) )
[condition]nobody is in the audit commission and in another organ at once=$matter : Matter( $answer : untrue( "auditsAndSits" ) )
[condition]the rules know which organ is elected=$matter : Matter( $answer : given( "organKnown" ) )
[condition]the organ is elected by the body named in the norm {norm}=$matter : Matter( $answer : sameWord( "organ", "{norm}" ) )
[condition]if the law lists: {size} and the elected organ among them, it is elected by {base}=$matter : Matter( $answer : sameWordIfNamed( "elected", "{size}", "organ", "{base}" ) )
[condition]if the law lists: {size} and not the elected organ, it is elected by {base}=$matter : Matter( $answer : sameWordUnlessNamed( "elected", "{size}", "organ", "{base}" ) )
[condition]the members themselves and not delegates elect=$matter : Matter( $answer : untrue( "delegatesElect" ) )
[condition]the agenda gives the name and the post of whoever is elected=$matter : Matter( $answer : given( "candidateNamed" ) )
[condition]the organisation has a council=$matter : Matter( $answer : given( "council" ) )
[condition]the organisation has a board=$matter : Matter( $answer : given( "board" ) )
[condition]the organisation has an audit commission or an auditor=$matter : Matter( $answer : given( "audited" ) )
[condition]there is a board, if the cooperative has more members than the norm {norm} names=$matter : Matter( $answer : requiredAbove( "board", "cooperativeMembers", "{norm}" ) )
[condition]there is no supervisory board, or the cooperative has more members than the norm {norm} names=$matter : Matter( $answer : moreThanUnless( "noSupervisoryBoard", "cooperativeMembers", "{norm}" ) )
[condition]there is a supervisory board, if the cooperative has no fewer members than the norm {norm} names=$matter : Matter( $answer : requiredFrom( "supervisoryBoard", "cooperativeMembers", "{norm}" ) )
[condition]there is a supervisory board, if the norm {norm} asks for it=$matter : Matter( $answer : trueIfRequired( "supervisoryBoard", "{norm}" ) )
[condition]if there are auditors, they are {size} or more, or just one where the members are fewer than {base}=$matter : Matter( $answer : atLeastOrOneInSmall( "audited", "auditors", "cooperativeMembers", "{size}", "{base}" ) )
[condition]the employees in the collegial organ are no more than the share of its members that the norm {norm} names=$matter : Matter( $answer : shareAtMost( "collegialEmployees", "collegialMembers", "{norm}" ) )

# Leaving, returns and payments
[condition]leaving was announced in writing=$matter : Matter( $answer : given( "exitInWriting" ) )
[condition]leaving was announced at least the days before that the norm {norm} asks for=$matter : Matter( $answer : daysAhead( "exitToldOn", "leavesOn", "{norm}" ) )
[condition]leaving is considered by the body named in the norm {norm}=$matter : Matter( $answer : sameWord( "body", "{norm}" ) )
[condition]if the entrance fee is asked back, that is allowed by the norm {norm}=$matter : Matter( $answer : allowedBy( "entranceFeeAsked", "{norm}" ) )
[condition]if a contribution is asked for a personal debt of the member, that is allowed by the norm {norm}=$matter : Matter( $answer : allowedBy( "forPersonalDebt", "{norm}" ) )
[condition]the share was returned within {size} of the end of membership, and what counts is {base}=$matter : Matter( $answer : withinByNormOf( "leftOn", "refundedOn", "enteredOn", "{size}", "{base}" ) )
[condition]from the decision to exclude to the return of the share no more time has passed than the norm {norm} gives=$matter : Matter( $answer : withinTerm( "excludedOn", "refundedOn", "{norm}" ) )
[condition]from the approval of the balance to the covering of the loss by contributions no more time has passed than the norm {norm} gives=$matter : Matter( $answer : withinTerm( "balanceApprovedOn", "coveredOn", "{norm}" ) )
[condition]cooperative payments are no more than the percentage of the income that the norm {norm} allows=$matter : Matter( $answer : sumAtMost( "payments", "income", "{norm}" ) )
[condition]the member leaves at the end of a financial year=$matter : Matter( $answer : given( "atYearEnd" ) )
[condition]leaving was announced at least the time before that the norm {norm} asks for=$matter : Matter( $answer : daysAhead( "exitToldOn", "leavesOn", "{norm}" ) )
[condition]from the end of membership to the return of the share no more time has passed than the norm {norm} gives=$matter : Matter( $answer : withinTerm( "leftOn", "refundedOn", "{norm}" ) )
[condition]the charter asks for notice of leaving no longer than the norm {norm} allows=$matter : Matter( $answer : atMostIfSaid( "exitNoticeMonths", "{norm}" ) )
[condition]the charter keeps members no longer than the norm {norm} allows=$matter : Matter( $answer : atMostIfSaid( "stayYears", "{norm}" ) )
[condition]the charter returns a share no later than the norm {norm} allows=$matter : Matter( $answer : atMostIfSaid( "refundYears", "{norm}" ) )
[condition]the charter elects delegates for no longer than the norm {norm} allows=$matter : Matter( $answer : atMostIfSaid( "delegateYears", "{norm}" ) )

# Registering a company or a sole trader
[condition]the applicant belongs to some cooperative=$matter : Matter( $answer : given( "registrantInCooperative" ) )
[condition]the participants of the company are no more than the norm {norm} allows=$matter : Matter( $answer : atMost( "companyParticipants", "{norm}" ) )
[condition]the only participant is no company that itself has one participant=$matter : Matter( $answer : untrue( "soleIsCompanyOfOne" ) )
[condition]a notary has certified the election of the director, if the norm {norm} asks for it and the company is no financial organisation=$matter : Matter( $answer : requiredUnless( "notarised", "financialOrganisation", "{norm}" ) )
[condition]the applicant has reached {size} or, with the consent of the parents, a marriage or emancipation, {base}=$matter : Matter( $answer : yearsAtLeastOrWith( "born", "earlyLeave", "{size}", "{base}" ) )
[condition]the applicant is not yet a sole trader=$matter : Matter( $answer : untrue( "alreadyTrader" ) )
[condition]the applicant is not banned from trading=$matter : Matter( $answer : untrue( "banned" ) )

# Consent and leaks of data
[condition]the consent has the person's name, address and document=$matter : Matter( $answer : given( "subjectSaid" ) )
[condition]the consent has the operator's name and address=$matter : Matter( $answer : given( "operatorSaid" ) )
[condition]the consent has the purpose of processing=$matter : Matter( $answer : given( "purposeSaid" ) )
[condition]the consent has the list of data=$matter : Matter( $answer : given( "dataListed" ) )
[condition]the consent has the actions with data and the means=$matter : Matter( $answer : given( "actionsSaid" ) )
[condition]the consent has its term=$matter : Matter( $answer : given( "consentTermSaid" ) )
[condition]the consent says how it is withdrawn=$matter : Matter( $answer : given( "withdrawalSaid" ) )
[condition]the consent is signed=$matter : Matter( $answer : given( "consentSigned" ) )
[condition]from finding the leak to the first notice no more hours have passed than the norm {norm} gives=$matter : Matter( $answer : withinHours( "foundAt", "firstNoticeAt", "{norm}" ) )
[condition]from finding the leak to the notice of the inquiry no more hours have passed than the norm {norm} gives=$matter : Matter( $answer : withinHours( "foundAt", "resultNoticeAt", "{norm}" ) )

# Electronic signature
[condition]the kind of signature is the one that the norm {norm} names=$matter : Matter( $answer : sameWord( "signatureKind", "{norm}" ) )
[condition]the law does not ask for paper only=$matter : Matter( $answer : untrue( "paperPrescribed" ) )
[condition]if an employee's certificate carries the organisation's data, that is allowed by the norm {norm}=$matter : Matter( $answer : allowedBy( "employeeCertificate", "{norm}" ) )
[condition]a machine-readable power of attorney goes with an employee's signature for the organisation, if the norm {norm} asks for it=$matter : Matter( $answer : requiredUnless( "attorneyAttached", "noAttorneyNeeded", "{norm}" ) )
[condition]if it is signed by the former standard, that is allowed by the norm {norm}=$matter : Matter( $answer : allowedBy( "oldAlgorithm", "{norm}" ) )

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
