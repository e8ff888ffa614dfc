/**
 * English words that carry displeasure, by valence rounded to a half. Facts of the VADER lexicon (C.J. Hutto,
 * MIT licence, github.com/cjhutto/vaderSentiment), as distributed with vader-sentiment 1.1.3; emoticons, phrases and valences
 * under 0.9 and words over 11 letters are left out. Words of customer service are added in english-service.ts.
 */
export const ENGLISH_NEGATIVE: readonly (readonly [valence: number, words: string])[] = [
  [
    -4,
    `
    raping rapist slavery`,
  ],
  [
    -3.5,
    `
    apocalyptic brutalizing cancer catastrophe dead devastating devil evil evillest evilly faggot fatality fu fucked
    fucker hatefulness heartbroken hell horrific kill killed killer killers killing killings murder murdered murderer
    murderers murdering nigger rape raped raper rapers rapes rapists shittiest suicidal suicide terrorised terrorises
    terrorism terrorist terroristic terrorize torturers tragedy twat villains whore`,
  ],
  [
    -3,
    `
    abduction abhorrent abhors abuse abusive abusively afu angriest anguish assault assaultive assholes bastards
    betray betrayal betrayed bitch bitches bitchiest brutal brutalised brutalises brutalising brutality brutalize
    brutalizes brutally bullied bullshit bullying cocksucker contempt crisis cruel cruellest cruelly cruelness cruelty
    cunts damnified death degrading destructive devastate devastated devastates devastative devastator devastators
    devilry deviltry dickhead die direful disaster disastrous disgust disgustedly dismal doomed dooming doomsday
    douchebag drowned dx enraging enslave evildoer evildoing eviller evilness faggots fatalities fatally ffs foetor
    fraud fubar fuckers fuckface fuckhead fucktard fuking greediest harassers harshest hated hatred havoc heartlessly
    hellish horrendous horrifies infuriated irate jackasses kia maddest molesting molests murderee murderees murderous
    murderously murders obliterate obscene offensively perverts pissed poisoners poisoning poisonously racism racist
    rageful repulse ruin ruinate saddest scams scumbag shithead sinister slut sluttiest sob stab terrified terrorise
    terrorising terrorisms terrorists terrorized terrorizes terrorizing torture torturing traumatise ugliest vile
    villainess violence violent violently war warmonger warmongers whored whores wickedest worst wtf`,
  ],
  [
    -2.5,
    `
    abandonment abducted abhorred abused abuser abusers abuses abusiveness aggravate agonised agonises agonize
    agonizes agonizing agonizingly alarmingly anger angered angers angrier angry anguishing appall arrogance ass
    assaulted assaulting assaults assfucking attacker attackers bad ban bankrupt bastard bastardised bastardises
    bastardize bastardly bastardy betraying betrays bfd bfe bitched bitcheries bitchery bitchily bitchiness bitchy
    bitterest blameworthy brutalise brutalities brutalized casualty chaos chastise cheated cheater cheating choke
    cocksuckers condemns conspiracy corpse crappy crestfallen crime criminal criminals crude crudest crueler cruelest
    crueller cruelties curse cwot damaging damnation damnatory damnifying damnit danger dangered dangering dearth
    degradation degradingly dejecting depressed depression despaired despairing despairs despisement despising destroy
    destroyers destroying destroys destruct destructing destruction destructs devilkin devilled devils dick died
    dirtiest disasters disgusted disgustful disgusting dishonest distraught distress distrusted disturbing doa
    doomsdays downhearted dreaded dreadfully dreadfuls dreading drown dullsville dumb dumbass dumbest dumbhead effin
    egotist enemy enrage evildoers evildoings evilest evils excruciate fail failed failing failure fascist fatal
    fearfullest fearing felonies felony fiasco fired fkm foetid frauds fraudster fraudsters fraudulence frightful
    frustrated fuck fuked fuming furious fury gloom goddam goddammed grieving grim grouchiest harassed harasser
    harasses harassing harassment harassments harm harmfully harmfulness harming hate hatefully hating heartbreak
    horrible horribly horrid horridness horrified horrify horrifying horror horrors hostility humiliate humiliation
    hurt hurter hurtful hurtfully idiot idiotic ignoramuses illegal indignation infuriates infuriating injustice
    insanity insult insulted insultingly irritant irritation joyless joylessness killingly kills lamebrained lazier
    laziest liar liars livid loathing loneliest loser losers lousiest lousy lowbred lying miseries miserliness misery
    mofo molester moronic mourningly mourns murderesses naggiest nastier nastiest nastinesses nasty negative
    negativity neglected nfc nfw numbskull obnoxiously offending outcry outrage outraged outrages pain painfully
    painfulness panic pathetic perversity pervert perverted petrified petrifies petrifying pissants pita po poison
    poisoner poisonings poisonous poisons pollute poorest poverty prblms prejudice prejudicial prison prisoner
    prisoners puke punish punishers punishing punitive racists rage raging rancid rancidity rancidly rancidness reek
    regrettable rejected rejectee rejection remorseless retard retarded revenge revengeful riot riots rob robber
    rotten rudest ruination ruinous ruinously sabotage sadden saddened sadder savageness savagery savages scam
    scandalous shamed shamefaced shit shitheads shitty sick sickened sickening sin sinful sluts sluttier slutty snafu
    sobs sorrow sorrowed sorrower sorrowfully spite spited spitefully starved starves stealing steals stench stenchful
    stenchy stinkard stinking stinkpot strangled stressful stressfully stricken stupid stupider stupidest stupids
    sucker suckers suffer sufferers swindle tard terribly terrifies terrify terrifying terror terrors thief thieves
    threat threatening tortured torturer tortures torturous tragical tragically trapped traumatic traumatised
    traumatism traumatize travesty treasonous troublesome troubling trustless ugliness uglinesses ugly unethical
    unhappier unhappiest unhappiness unhealthy unjust unlovable unloving viciousness victimising victimize victimizing
    villain villainies villainy violated violater violaters violates violating violations violative violator virulent
    wanker warred wars weakest weep weepiest whoredoms whoremonger whoresons wicked woebegone worsen wrathful wth`,
  ],
  [
    -2,
    `
    abandon abandoned abandoner abandoners abductions abhor abusing accident aching admonished adversity aggravated
    aggravates aghast agitated agitating agitators agonise agonized agony amort angering angerly angrily anguished
    anguishes animosity annoy annoyances annoyer annoys antagonism antagonist antagonize appalled appallingly appalls
    arguing arrested arrests arrogances arrogant arrogantly ashamed atab attack attacked attacking attacks aversion
    avoider awful badly banish bankster banned bastardies bastardise bastardized bastardizes beaten beating belittle
    belittled bereave bereaved bereaves bitchier bitter bittered bitterer bitterly blamable blamably blamed blamer
    blamers blaming block bloody bomb broke broken bsod btd bully burden burdensome censor chagrin chaotic charmless
    chastised cheat cheaters cheats choked chokes choking chucklehead collapse comfortless complainer condemned
    conflictive contagion coward criticise criticised criticism crudeness crudenesses cruder crushed crushes cry
    crying cunt damage damaged damager damagers damages damagingly damnifies damnify damningly damns dangerous
    dangerously dangers darkest deceit deceitful deceived deception defeat defeated defeatists defeature defecting
    defective defectively defectives defector degradative degrade degraded degrader degraders degrades dehumanize
    dehumanized deject dejected dejects denied denies denounces depress depresses depressions depressor deprival
    deprivation deprive deprived depriving desperation despiser despises despondent destroyed destroyer destructed
    detain devastation deviling devilish devilling devilment dipshit dire dirty disabling discomfort discourage
    discourages discredited disdain disgrace disgraced disgusts dishearten disheartens dismay dismayed dismaying
    dismayingly dismays disparage disparaging displeased disrespect dissatisfy distressed distressful distrust
    distrustful distrusting disturbers disturbs dolorous doomful doomsdayer doomster downcast dread dreadful drowns
    dullards dullnesses dumbheads dumbness dumpish duped dysfunction emptiest emptiness enemies enrages erroneous
    eviction eviler exasperated expel exploited exploiting fag failings fails failures fake fakes faking falsify
    faultier faultiest faultily faults fcol fear feared fearful fearfuller fearfully fearfulness fears feuded
    fightings flunked flunker flunkey flunks flunky foe foeman foes foetors fool fooleries foolery foolishly
    foolishness fools forbidden forbidding forced foughten frantic fraudulent freak freaking freakish freakout
    freeload frightened frightening frustrate frustrates frustrating frustration fucks fumed furiously futile gloomed
    gloomful gloomiest gloominess glooming glum goddamn goddamned goddamns goddams gossipping greedier greedily
    greenwash grief grievance grieved griever grieves grievous grimaced grimaces grimy gross grossest grossness grouch
    grouchier grouchiness grouchy guiltier guiltiness guilty harass harmed harms harsh harsher hateful hater haters
    hates haunted heartbreaks heartless helpless heroin heroinism hooliganism hopeless hopelessly horribles hostilely
    hostilities hurters hurtfulness hurts hysteria hysterics idealess ignorami ignoramus ill illiteracy illnesses
    imbecile immoral immoralist immorally impatience impolitely imprisoned incensed incompetent indignant infected
    inferiorly infuriate injury insecure insecurity insincere insincerely insipid insulter insulters insulting insults
    intimidated irritable irritably irritants irritate irritated irritating irritative jackass jailed jealous
    jealousies jealously jeopardy killjoy lame lamely lament lamenting libelous lies loathe loathed loathes loneliness
    lousier lowbrow lowery lowliest lowlifes lowlight lowlives lugubrious lunatic mad maddening madness maniac
    masochistic meaningless melancholy menace mindless misbehave miser miserable miserably mock mocks molest
    molestation molested molesters moochers moodiest mope moron mourn mourners mournfuller mourning murderess nagger
    nasties nastily neglect neglectful neglects nme notorious numbskulls obliterated obnoxious offends offensive
    oppressed outrageous outraging overreacts pained painful pains panicked panicking panics passionless penalty
    perjury perpetrator persecute perverse perversely perversive pessimisms phobias pisser pitiful pitifuller pitiless
    pitilessly poisoned polluted polluter polluters pollutes poor powerless prejudiced prejudices prejudicing
    problematic promiscuity prosecutes prosecution protesting puked pukes puking punishable punished punisher punishes
    punishment punishments qq raged rages recession reeked reeking regret regretful regretfully regrettably regretters
    rejectees rejecters rejecting rejections rejective rejector rejects repressing repressors repulsed resentful
    resentment resentments revenger revengers revenges ridicule ridicules ridiculing robs rude rudely ruder rudesby
    ruined ruiner ruins sad saddening saddens sadly sadness savage savaged savagely savageries scandal scandals scare
    scared scaremonger scaring scary scornful screwed screwiest sedition selfish severely shame shameful shamefully
    shattered shits shittier shitting shylock sicken sickener sickeners sickeningly sickens sins sluttish sluttishly
    smartass smother smothers smuggler smuggling snob snobbery snub snubbed snubs sobbed somber sorrowful spammer
    spamming spiteful stabbed stabs stampede stank starve starving steal stealers stealings stinkiest stolen stress
    stresses stressor stressors struggling stupidities stupidity stupidly suck sucked suckered suckering sucky
    suffered sufferer suffering suffers suspended swindling tantrum temper terrible thieve thieveries thievery
    thoughtless threatened threateners threating threats ticked tired torturously tragedies tragic tragics trauma
    traumas traumatises treason troubled troublers troubles troublous troublously ugh uglier uglies uglifies uglify
    uglifying uglily undeserving undesirable uneasiest unfair unfortunate unfulfilled ungrateful unhappily unhappy
    uninvolved uninvolving unloved unlovelier unloveliest unlovely unpleasant unsavory unworthy upsetter upsetters
    upsetting useless vain vexation vexing victimhood victimized victimizer villainous violate violation violators
    vitriolic vulture warfares warring waste wasted weak weaken weaker weakliest weakly weakness weapons weeper
    weepier weeping weepings weirdo wept whines whoredom whorehouses whoremaster whoreson wickeder wickedly wickedness
    widowed wiseass woe woeful woefulness woes worriedly worrier worries worriments worrisomely worrit worry worrywart
    worse worsened worsening worsens worser worthless wreck wrong wronged yucky zealot`,
  ],
  [
    -1.5,
    `
    abandoning abandons accidents accusations accuses ache ached acrimonious adversarial adverse adversities afflicted
    aggress aggressed aggressions agitate agitatedly agitates agitations agitative agitator agonising alarm alarmed
    amoral amorality angriness annoyance annoyed annoyers annoying antagonists antagonized anti appalling argue argued
    arguer arguers argues argument argumentive arguments arrest ashamedly aversive avoidance avoided avoiders avoiding
    awkwardly awol axed bamboozle bamboozled bamboozles battle battlefield battles bereaving bitterish bitterness
    bizarre blame blameful blamefully blames blind blocking boredom bores boresome boring bother botheration bothered
    bothering bothersome boycott boycotted boycotting boycotts bummer burdened burdener burdeners burdening burdens
    careless chagrined chastises chastising cheerless clueless coerced collision combat complain complained
    complainers complains complaints condemn conflict conflicting conflicts confronters confused confuses confusingly
    contagions contagious contradict contradicts cowardly crap crash crazily craziness crazy cried cries critical
    criticises criticising criticize criticized criticizer criticizers criticizes criticizing crushing cynic cynical
    cynically cynicism cynicisms damn damnable damnably damnations damned damning deadlock debt decay decayed decayer
    decayers decaying decays deceive deceives deceiving defeater defeating defeatism defeatist defeats defeatures
    defect defected defection defections defectors defects defenseless deficit dehumanizes delay demoralized denier
    denounce deny denying depressant depressants depressible depressing depressive depressives depressors depriver
    deprivers deprives derailed derails deriding despair despairer despairers desperate desperately despise despised
    despisers detained detention deviled devilishly devilries deviltries difficult difficultly difficulty dirt dirtier
    disagree disagreed disagreeing disagrees disappears disappoint disappoints discarded discomforts discord
    discouraged discourager disguising disjointed dislike disliked dislikes disliking disorder disoriented disparaged
    disparages dispute disputed disputing disquiet disregarded disregards disruption disruptions disruptive distort
    distorted distorts distracted distraction distractive distracts distresses distressing distrusts disturb
    disturbance disturbed disturber doom doomsayers doomsaying doomsayings doomsters dork doubt doubtable doubter
    doubters doubtful doubting doubtingly douche drained dreads dreary drunk dubious dull dullard dulled duller
    dullest dullness dumbed dumber dumbfounded dumbly dumbs dump dumped dumpier dumpiest dumping dumps dumpy dupe
    eerie egotism egotistic egotists embarrassed embarrasses emergency emptinesses enraged enslaved enslaves envyingly
    error errors excluded excruciated exhausted exhauster exhausters exhausting exhaustion expelling expels exploits
    failingly fallen falsified farce fatalisms fatigued fatigues fatiguingly fault faulted faultiness faulting faulty
    fearsome feud feuding feuds fidgety fiery fight fighting fights fire firing flop flops flu flunk flunkers flunkies
    flunking fooled foolhardier foolhardy fooling foolisher foolishest forbid forbiddance forbidder forbidders forbids
    fought frantically freakier freakiest freakiness freakouts freaky freebooter freeloaded freeloading freeloads
    freezingly frenzy friendless fright frighted frighten frightens frightfully frighting frowning funeral funerals
    gag gagged ghost glamourless gloomier gossiping gossipped gossips gossipy grave graveless gravely graveness
    gravesides gravest greed greediness greedy grievances grieve grievously grimacing grime grimier griminess grimly
    grimmer grouchily grouching guiltiest guilts gullibility gullible gun hacked hapless haplessness hardship harried
    haunt helplessly hesitated hesitater hesitaters hesitates hesitating hindrance hooligan horridly hostile hostiles
    humiliated humorless hurting hurtling idealless ignorance ignorantly ignore ignored ignorer ignoring illness
    immoralism immoralists impatiently imperfect impersonal impolite inability inadequacy inadequate incapable
    inferior inflamed inhibit inhibition inhibitive injured insane insecurely insincerity interrupt interruptor
    interrupts intimidates intimidator irrational irresolute irritates irritations isolated isolates isolation jaded
    jealousness jealousy jerk joylessly killjoys lack lag lags lamebrain lamentable lamentably lamentation lamented
    laments lamer lamest lazy leak leaked lethargy lied lonelier lonely loner lonesome lonesomely lonesomes loose lose
    loses losing loss losses lost louse louses lousiness lowballed lowermost lowest lowlier lowlife lowness luckless
    ludicrous lunatics madly maniacally manipulated masochism masochist menaced mess messed messy misbehaved
    misbehaves misbehaving mischief miserly misers misgiving misinformed misleading mistake mistaken mistaker
    mistakers mistakes mlm mocked mockeries mockers mockery mocking mooch mooched moocher mooches mooching moodily
    moodiness moodinesses moody moronically morons mourned mourner mournful mournfully mumpish nag nagana nagged
    naggers naggier nagging naggy needy neglecter neglecters neglecting neurotic niggas nimy nitl nonsense numb
    numbingly numbly nuts obsessing obsession obsessional obstacle obstacles odd offences offender offenders offenses
    ominous oppressive optionless overload overreacted overweight painfuller paining panicky paranoiac paranoias
    paranoids peril perplexed persecuted persecuting perturbed perversion perverter pessimism pessimist pessimistic
    petrify pettiest phobia phobics piss pissant pissers pisses pissing pitied pitiers pitying poorer prblm pressures
    pressuring prick pricklier prickliest problem problems profitless prosecute prosecuted provoke provokes quaking
    rant rants rash rebeldom reckless reeker reekers refusing regrets regretted regretter regretting reject rejecter
    rejectingly reluctance reluctancy repress repressed represses repressible repression repressions repressive
    repressor resented resentfully resign resigns restlessly restrict restricted restricting restricts ridiculed
    ridiculer ridiculers ridiculous rigged riskier riskiest riskiness riskinesses risking robing rudeness ruinable
    ruinated ruinates ruinating ruinations ruing scapegoat scapegoats scarer scarers scares scarey scold scorn scream
    screamed screamers screaming screwup screwy seditious seduced selfishly selfishness severe severed severer
    severest shakedowns shakeout shameless shamelessly shames shitted shock shocked shocking shocks shoot shylocking
    shylocks shyness shyster skeptical slam sluggish smartasses smear smh smileless smothering smuggest smuggle
    smuggled smugglers smuggles smugness smugnesses snobbily snobby snobs sobbing sore sorrowing sorrows spam spammers
    spiritless spites startle stealable stealer stenches stereotype stifled stingy stink stinker stinkier stinkingly
    stinko stinky strained straining stressed stressing strikes struggle struggled strugglers struggles stubborn
    stubborner stubbornly stunk stupidness stuttering submissive sucks sulking sullen suspects suspend suspicion
    suspicions suspicious sux swindles talentless tantrums tease tempers tense tenseness tenser tension tensioner
    tensioning tensions thieved threaten threatener threatens timidity toothless trap traumata traumatized traumatizes
    trembling trickers tricksters trouble troubler tumor turmoil uglified unapproved uncertainly uncertainty
    unconvinced undermined undermines undermining unease uneasier uneasily uneasiness uneasy unequal unfocused
    unfriendly unimportant unimpressed unkind unmotivated unprotected unsatisfied unsecured unsettled unstable
    unsupported unsurely unwelcome upset upsets uptight uselessly uselessness vicious viciously victimised victimizers
    victimizes victims virtueless vultures walkout warning wasting weakened weakener weakeners weakening weakens
    weakhearted weaklier weakling weaklings weaknesses weaponed weepies weeps weepy weirdie weirdoes whine whiney wimp
    wimpish wiseasses witch woefully worriers worriment worrisome worrying worrywarts`,
  ],
  [
    -1,
    `
    absentee accusation accused aches adversaries adversative aggravating aggression aggressors agitation agitational
    alarmists alarms alas alienation allergic alone amoralities amorally antagonisms anxious anxiously anxiousness
    apathetic apathy apeshit arguable arguably aversions avoid avoidances ayor battled battlefront battling biased
    bitching bittering blocked blocks bore bored boredoms borers cancel cancelled cancels carelessly censors charges
    childish collapsed collapses collapsing collides collisions colluding comedowns complaint confronts confuse
    confusing confusion confusional confusions contempts contentious cornered crazinesses critic criticisms critics
    crudely crudes cut cuts darkness deafening dearths defeaters defer defiant degradable delayed demanded demanding
    deniers deprivals derail deride derides derision devilments devilwoods diffident disappear disappeared disbelieve
    discard discards disguise disguised disguises disillusion disinclined disputes disregard distorting distract
    distracting dizzy dodgy dominating dooms doomy dorkier dorkiest dorky doubted doubtfully doubts downside drag drop
    dud dulling dullish dulls dully dumbfounder dumbstruck dumper dumpiness dumpings dumpsters dynamited dynamiter
    eery egotisms egotistical embarrass emptily ennui envied envier enviers envious envy exclude exclusion excruciates
    exhaust exhaustible exhaustions exhausts expelled exposing faithless faithlessly fatalistic fatalists fatigue
    fatiguing feeble ferociously ferocities feudalism feudalist feudalistic feudist flustered foolhardily foolish
    forget forgetful forgotten freaked frights fud fume glooms gossiped gossiper gossipers gossipry graved gravelled
    gravelly graven graver gravers graves graveyard graveyards greeds grievants grimace grimalkin grimalkins grimed
    grimes grossly grouches guilt guiltily haunting haunts hesitance hesitancies hesitancy hesitant hesitantly
    hesitate hesitation hesitations hiding hoax hooligans horrent huckster humiliates humiliating hunger hurtles
    ignorable ignorances ignorant ignores immobilized impatient impose impotent inaction indecisions indecisive
    ineffectual inferiority inhibitors inhibitory inhibits inquisition insensitive interrupted interrupter irrationals
    itchy jealz jerks jumpy killdeer lagged lagging lamebrains lamenter lames lawsuit lethargic libertine limitation
    limited lone loneness loners loom loomed lossy loused lousily lousing low lowballs lower lowering lowish lowliness
    lowlinesses lowly lurks madder maniacs masochisms masochists mia misread missed misses missing mistakenly
    mistaking monopolized monopolizes moodier moping moronity mubar naggingly nags naive nastiness nerd nervous
    nervousness neuroticism no numbed numbest numbing numbness obsess obsesses obsessions obsessive obsolete obstinate
    offence offend offended offense overreact oversell paranoia paranoid pathetical persecutes perversions pervertedly
    perverting pesky pessimists phobic pileup pique piteous pitiable pitiably pitier pities pitifullest pitifully
    pitifulness pity pityingly poisonwood possessive postpone postpones pressure pressured pricking prickle prickly
    pricks propaganda protest protesters protests provoked pu pushy ranter ranters rebelled rebelling rebellions
    rebellious refuse refused reluctant remorse remorseful repetitive resentence resenting resents resignation
    resigned resigner resigners resigning restless restriction revenged rigorous risk risked risks ruining ruinousness
    sapfu sappy sarcasm sarcasms sarcastic sceptic sceptical screams screwer screwing screws screwups severeness
    shakedown shakier shakiest shaky shamefast shitakes shockable shockers shortage shrew shy shying shynesses
    shysters silliness sillinesses skeptic skeptically skepticism skepticisms slash slashed slashing smog smothered
    smothery smugger sneaky snobbish snobbishly snobbism snubbing sob solemnity squelched stammer stammered stammerer
    stammering stereotyped stinkards stinkbugs stinkers stinks stop stopped strains strangely struck struggler stuck
    stutter stuttered stutterer stutterers stutters subversive suing suspect suspected swearing tears teased teaselers
    teaser teases tensed tensely tenses tensest tensing tensioners thorny timid timider timidest timidness tits torn
    toughish toughly tragedians tremble trembled tremblers trembly tremulous tricker trickeries trickery trickiest
    trickiness trickish tricksiness trickster trivialises trivialize trivializes uncertain unclear unconcerned
    uncredited undecided undermine unsure unwanted uptightness vanity victim victimhoods victimise victimises
    vindicating vulnerable vulnerably warfare warned warnings weakish weakside weapon weaponry weary weepers weirdest
    weirdies weirdly weirdness weirdos weirdy whined whiner whining whorehouse wimpier wimpiest wimpiness wimps wimpy
    wiseacre wisenheimer woesome worn worried worrits wowser zzz`,
  ],
];
