"""Ordinary words, which are no names. What is none of these and known to nothing is not passed over in silence."""

from __future__ import annotations

# function words, words of asking, and the everyday vocabulary of the field (without what vocabularies hold)
_WORDS = """
a abate abolish abolishes about above abroad abrogate abrogates abstract abundance accelerate accelerated accelerates
accelerating acceleration account accounts acellular acid acids acquired across across-the act acted acting action
actions activate activated activates activating activation activator active activities activity acts actually add
additional additionally adjacent adjuvant administer administered administration adult adults advance advanced
advances advancing advantage advantages affect affected affecting affects after afterwards again against agent agents
aggravate aggravates aggressive aggressiveness aggressivity al alive all allegedly allogeneic ally almost alone
alone-drug along alongside already also alter alteration altered altering alternative alternatively alters although
always am among amongst amount amplified amplifies amplify an and anergic angiogenesis angiogenic animal animals
answer answering answers antagomir antagomirs antagonise antagonises antagonize antagonizes anti antiangiogenic
anticancer antineoplastic antiproliferative antitumor antitumour any anybody anymore anyone anything anyway apart
apoptosis apoptotic app apparently approach approaches approximately aptamer are area areas aren't arent arm around
arrest arrested arrests article articles as ask asked asking associate associated association asthma at attenuate
attenuated attenuates attenuating attenuation attracting attributable attribute attributed augment augmented
augmenting augments aunt author authors availability available avoid avoids away axis back background bad bare barrier
based bases basically basis be bear bearing bears beat became because become becomes becoming bedside been before
begin beginning begins behavior behaviour behaviours behind being believe below bench beneficial benefit benefits
benign beside besides best better between beyond big bigger bind binding binds biochemical biological biology
biomedical block blockade blocked blocking blocks blood blunt blunted blunts boost boosted boosting boosts bot both
bound break breaking breaks bring bringing brings broad broadly broke broken bronchial brought burden but by bypass
bypasses calm calmed calms can can't cancer cancerous cancers candidate candidates cannot cant capacity carcinogenesis
carcinogenic carcinoma carcinomas cargo cargoes cargos carried carrier carriers carries carry carrying cascade case
cases categories category causal cause caused causes causing cell cell-free cellfree cells cellular central century
certainty chain chains chance chances change changed changes changing characteristic characteristics chemo
chemoresistance chemoresistant chemosensitise chemosensitivity chemosensitize chemosensitizing chemotherapeutic
chemotherapeutics chief chiefly child children choose chosen chronic circ circrna circrnas circular circulating
circumvent circumvents citation citations cite cited cites claim claimed claims class classes classical clear cleared
cleavage clinic clinical clinically co coated coding cohort cohorts colonies colony combat combating combats
combination combine combined combines combining combo come comes coming common commonest commonly communicate
communication compare compared compares comparing comparison comparisons completed completely compound compounds
concern concerning concerns conclude concluded conclusion conclusions concurrent condition conditioned conditions
confer conferred conferring confers confidence confident conflict conflicting conflicts connect connected connection
connects contain contained containing contains content contents context contradict contradicted contradicting
contradiction contradictions contradictory contradicts contrast contribute contributes contributing contribution
control controlled controlling controls controversial controversies controversy conventional convincing convincingly
cooperate cooperated correct corrected correction corrections could couldn't count counted counter counteract
counteracts countering counters counts couple course covered cross-talk crosstalk culture cultured cultures curative
curb curbed curbs cure cured cures curing curious current currently cut cuts cycle cycled cycling cytokine cytokines
cytostatic cytotoxic cytotoxicity damage damaged dampen dampened dampening dampens danger dangerous dangers data
database databases dataset date dates day days dead dear death decade decades decide decided decline declined declines
decorated decrease decreased decreases decreasing defeat defeats degradation degrade degrades delay delayed delays
deliver delivered delivering delivers delivery demonstrate demonstrated demonstrates depend dependent depends deplete
depleted depletes derive derived derives deriving describe described desensitise desensitize despite destroy destroys
detail details determine develop development develops did didn't didnt die dies differ difference differences
different differentiate differentiated differentiation differently differs diminish diminishes direct directly
disadvantage disagree disagreeing disagreement disagrees discover discovered discovers discovery discuss discussed
discusses discussion disease diseases dish disorder disorders display dispute disputed disrupt disrupts dissemination
distant divide divides dividing division dna do do's doctor does doesn't doesnt doi doing don't done donor donors dont
dormant dosed double-edged down downregulate downregulated downregulates downregulating downregulation downstream
dozen draining drive driven driver drivers drives driving drop dropped drops drove drug drugs during dying dysfunction
dysfunctional each earliest early ease eased easing edge edges educated effect effective effectively effectiveness
effectivity effects efficacious efficacy efficiency efficient eg eight either electroporated elevate elevated elevates
eliminate eliminates else emerging encapsulated encourage encourages end endogenous ends enemy engage engaging
engineer engineered engineering enhance enhanced enhancement enhancer enhances enhancing enlarge enlarged enlarges
enlarging enough enriched enter entered entering entirely entry eradicate eradicates erase erased escape escapes
especially establish established et etc ev eventually ever every everyone everything evidence evs ex exactly examine
examined example examples except exclude excluded excludes excluding exclusively exhaust exhausted exhaustion exist
existing exists exo exogenous exograph exos exosomal exosomally exosome exosomes expand expands expansion expect
expected experiment experimental experimentally experiments explain explained explains explanation explore explored
express expressed expresses expression extracellular extrinsic extruded facilitate facilitated facilitates fact factor
factors facts fail failed failing fails failure fall falls false fashion faster fate fates favor favors favour
favourite favours feature features fell female few fewer field fight fighting fights figure figures filled find
finding findings finds fire firing first five foe following for form formation former forms formulation formulations
foster fosters found four free frequent frequently friend friends from fuel fuelled fuelling fuels fully function
functional functionally functions further furthers gap gaps gave gene general generally generate generates genes
genetic genotype get gets getting give given gives giving go goes going gone good got graph great greater greatest
grew group groups grow growing grows growth guess guided had haematological half halt halted halting halts hamper
hampers hand handing hands happen happened happening happens hard harder harm harmed harmful harming harmless harms
has hasn't hasnt have haven't havent having he healthy hear heard heighten held hello help helped helpful helping
helps hematological hence here hey hi high higher highest hinder hinders hit hits hold holding holds home homed homing
honestly hop hops host hosts hour hours how however hows human humans hundred hypothesis hypoxic i id idea ideas
identity ie iexosome iexosomes if im immune immunity immunogenic immunogenicity immunological immunomodulate
immunomodulation immunomodulatory immunostimulatory immunosuppress immunosuppressed immunosuppression
immunosuppressive impact impacts impair impaired impairs impede impeded impedes impeding implied imply importance
important improve improved improvement improves improving in inactive include included includes including inclusive
inconsistencies inconsistency inconsistent increase increased increases increasing indeed independent independently
indicate indicates indirect indirectly induce induced inducer induces inducing induction ineffective inert inferred
infiltrate infiltrates infiltrating infiltration inflamed inflammation inflammatory influence influenced influences
influencing info information infusion inhibit inhibited inhibiting inhibition inhibitor inhibitors inhibitory inhibits
inject injected injection insensitive insensitivity instance instead intact interact interaction interactions
interacts interest interested interesting interfere interferes interfering interplay into intracerebral intratumoral
intravenous invade invades invasion invasive invasiveness investigate investigated investigation investigations
involve involved involvement involves involving irradiated is isn't isnt isolated it its itself ive join joined joins
joint jointly journal journals just keep keeps kept kill killed killer killers killing kills kind kindly kinds kingdom
knockdown knocked knocking know knowledge known knows lab laboratory labs lack lacking large larger largest last late
later latest lead leading leads learn least least-studied leave leaves led left lengthen lengthened less lessen
lessens let lets level levels lie lies ligand light like likely limit limited limiting limits line line-up lineage
lines link linked linking links liposomal liquid list lists literally literature little live lived lives lnc lncrna
lncrnas load loaded loading loads local long look looking loss lost lot lots low lower lowered lowering lowers lowest
lying made main mainly major make makes making male malignancies malignancy malignant manner many marker markers
matter matters maturation mature may maybe me mean means meanwhile mechanism mechanisms mechanistic mechanistically
media mediate mediated mediates mediating mediator mediators medical medication medications medicinal medicine
medicines medium members membrane men mention mentioned mentioning mentions merely mesenchymal mesenchyme met
metastases metastasis metastasise metastasize metastasizing metastatic mice micro microenvironment microparticle
microparticles microrna micrornas microvesicle microvesicles might migrate migrates migration mimetic mimetics mine
minor mir mirna mirnas mirs missing mixed mobile mode model models modes modification modifications modified modify
modulate modulated modulates modulating modulation modulator molecular molecule molecules mono monotherapy month
months more most mostly motility mouse move moved moves mrna mrnas msc mscs much multi multidrug multiple murine must
mutant mutants mutated mutation my naive naked name named names naming nano nanoparticle nanoparticles nanovesicle
nanovesicles native natural naturally near nearby nearly need needed needs neg negative neglected neither neoplasm
neoplasms never new newest next niche nine no nobody node nodes non noncoding nondrug none nontumour nor normal
normoxia normoxic not note noted notes nothing notice novel now nucleic nude null number numbers observation observe
observed observes obtained occur occurred occurs odds of off offspring often ok okay old oldest on once oncogene
oncogenic oncology one ones only onset onto opinion oppose opposed opposes opposing opposite opposites option options
or order organ organs origin originate originates origins orthotopic other others otherwise our out outcome outcomes
output over overall overcame overcome overcomes overcoming overexpress overexpressed overexpressing overexpression
overlooked overview own packaged packaging packed pair pairs paper papers parcel parent parental part partially
particle particles particular particularly partly parts pass passed passes path paths pathway pathways patient
patients pattern patterns pellet penetrate penetrated penetrates people peptide peptides per perhaps perinatal period
peripheral person phenotype phenotypes pick picks play played plays please plenty plus pmc pmcid pmid point points
polarisation polarise polarised polarises polarising polarization polarize polarized polarizes polarizing pool pooled
poor population populations pos positive possible possibly post potency potent potential potentiate potentiated
potentiates potentiating potentiation pre precisely preclinical preconditioned preconditioning precursor precursors
preserve preserving pretreated pretreatment pretty prevent prevented preventing prevention preventive prevents primary
primed priming print probable probably process processes prodrug prodrugs produce produced producer producers produces
producing profile profiles progenitor progeny program programme programmes progress progresses progression proliferate
proliferates proliferation proliferative prolong prolonged prolongs promise promising promote promote-or promoted
promoter promotes promoting promotion proof properties property proposed protect protected protecting protection
protective protects protein proteins protumor protumour prove proven proves provide provoke provoked publication
publications publish published purely push pushed pushes pushing put quarter quell question questions quiescent quiet
quieting quiets quite radioresistance radioresistant radiosensitise radiosensitivity radiosensitize radiosensitizer
raise raised raises raising ran range ranges ranging rank ranked ranking rare rarely rat rather ratio rats reach
reaches read reading real really reason reasons recent recently receptor receptors recombinant recruit recruitment
recruits recur recurrence reduce reduced reduces reducing reduction reference references refractory regard regarding
regardless regimen regimens regional regress regresses regulate regulated regulates regulating regulation regulator
regulators relapse relate related relation relationship relationships release released releases releasing relevance
relevant relies rely remove removed removes removing render rendering renders replies reply report reported reportedly
reporting reports repress repressed represses repressing repression rescue rescued rescues research researched
researcher researchers resensitise resensitize resist resistance resistant resistant-cell resisted resisting resists
respect respectively respond responding responds response responses responsible responsive responsiveness rest resting
restoration restore restored restores restoring restrain restrained restrains result results retard retards retract
retracted retraction retractions reversal reverse reversed reverses reversing review rich right rise risen rises
rising risk risks risky rna rnas robust role roles rose roughly route routes run running runs safe said same say
say-so saying says science scientific scientist scientists second secondary secrete secreted secretes secreting
secretion secretome see seem seems seen select selected selection selective selectively selects sensitisation
sensitise sensitised sensitiser sensitisers sensitises sensitising sensitive sensitively sensitivity sensitization
sensitize sensitized sensitizer sensitizers sensitizes sensitizing separately set sets setting settings sev seven
several sevs shall shape share shared shares she shed shedding sheds shelter shield shielded shields shift shifting
shifts ship shipped ships short shorten shortened should show showed shown shows shrank shrink shrinking shrinks shrna
shrunk shuttle shuttled shuttles side sides signal signaling signalling signals significance significant significantly
silence silenced silences silencing silico similar similarity similarly simply simultaneously since single sirna
sirnas sit situ situation six size skew skews slow slowed slowing slows small smaller smallest so soak soaked soaks
solely solid soluble some somebody someone something sometimes sooner sort sorts source sources spare spared spares
sparing specific specifically specificity sped speed speeding speeds sponge sponges sponging spontaneous spread
spreading spreads stage stages stall stand standard standing stands start started starting starts starve starves state
stated states status stay stays stem stem-like stemness step steps still stimulate stimulated stimulates stimulating
stimulation stop stopped stopping stops strategies strategy strengthen strengthened strengthens stripped stripping
stroma stromal strong stronger strongest studied studies study studying subject subline sublines substance substances
subtype subtypes such suggest suggested suggests suicide sum summarise summarize summary supernatant support supported
supporting supportive supports supposedly suppress suppressed suppresses suppressing suppression suppressive
suppressor suppressors sure surface surprise surprised surprising surrounding survival survive survives surviving
susceptibility susceptible sustain sustains swallowed switch switches switching sword synergise synergises synergistic
synergistically synergize synergy system systemic take taken takes taking talk talking talks tame target targeted
targeting targets targetted team tell ten test tested testing tests than thank thanks that that's thats the their them
themselves then therapeutic therapeutically therapeutics therapies therapy there thereby therefore these they they're
thing things think third this those though thousand three thrice through throughout thus time times tissue tissues
title to today together tolerance tolerant tolerate tolerates tolerogenic too tool top topic total toward towards
toxic toxicity traditional transduced transfected transfection transfer transferred transferring transfers
translational transmit transmits transplant transplants transport transported transports treat treated treating
treatment treatment-resistant treatments treats trend trends tried trigger triggered triggers true truly try trying
tumor tumoral tumorigenesis tumorigenic tumorigenicity tumorous tumors tumour tumour-bearing tumourigenesis
tumourigenic tumourigenicity tumours turn turned turns twice two type types typical typically ultimately umbilical
unaffected unanswered uncertain unchanged uncle unclear undefined under under-studied underlie underlies underlying
underpin underpins understudied undo undoes undone unexplored unknown unless unlike unlikely unloaded unmodified
unnamed unprimed unresponsive unsafe unspecified unstudied untested until untreated up upon upregulate upregulated
upregulates upregulating upregulation upstream uptake us use used useful uses using usually varied variety various
vascular vehicle vehicles versa versus versus-the very vesicle vesicles vesicular vessel vessels via viability vice
view views virotherapy virus viruses vitro vivo volume volunteer volunteers vs vulnerability vulnerable want wants was
wasn't way ways we weak weaken weakened weakening weakens weaker weakest weakly weight well well-studied went were
weren't what what's whatever whats when whenever where whereas whereby wherein wherever whether which whichever while
whilst who who's whoever whole whom whom-ever whose why wide widely will with withdrawn within without women won't
wonder wondering wont work worked working works worse worsen worsened worsening worsens worst would wouldn't write
writing written wrong wrote xenograft xenografted xenografts year years yes yesterday yet you young your
""".split()

PLAIN = frozenset(_WORDS)
_ENDINGS = tuple(
    """
    s es ed d ing ly al ally er ers 's ness
    """.split()
)
# what ends like a drug is a drug, known or not
DRUG_LIKE = tuple(
    """
    mab nib platin rubicin taxel ciclib parib limus zomib tecan bine trexed trexate mustine lisib degib toclax
    lidomide cycline mycin poside racil zolomide metinib fenib sertib lutamide relin cept leukin lukast statin
    profen formin sartan olol azole cillin vir mide oxifen
    """.split()
)


def is_plain(word: str) -> bool:
    """Whether a lower-case word is an ordinary one, in any of its forms."""
    if word in PLAIN or word.isdecimal():
        return True
    return any(word.endswith(end) and word[: -len(end)] in PLAIN and len(word) - len(end) > 2 for end in _ENDINGS)


def looks_like_name(text: str, first: bool) -> bool:
    """Whether a word that nothing knows is written as a name: digits, capitals, Greek letters, a drug's ending."""
    if any(c.isdigit() for c in text):
        return any(c.isalpha() for c in text)
    inner = text[1:] if first else text
    if any(c.isupper() for c in inner) or not text.isascii():
        return True
    return len(text) > 6 and text.lower().endswith(DRUG_LIKE)
