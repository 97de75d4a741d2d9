"""Ordinary words, which are no names. What is none of these and known to nothing is not passed over in silence."""

from __future__ import annotations

# function words, words of asking, and the everyday vocabulary of the field (without what vocabularies hold)
_WORDS = """
a abate abolish abolishes about above abroad abrogate abrogates abundance accelerate accelerated accelerates
accelerating acceleration account accounts acid acids across across-the act acted acting action actions activate
activated activates activating activation activator active activities activity acts actually additional additionally
adjuvant administer administered administration adult adults advanced advantage advantages affect affected affecting
affects after again against agent agents aggravate aggravates aggressive aggressiveness aggressivity al all allegedly
ally almost alone alone-drug along alongside already also alter alteration altered altering alternative alternatively
alters although always am among amongst amount amplified amplifies amplify an and angiogenesis angiogenic animal
animals answer answers antagomir antagomirs antagonise antagonises antagonize antagonizes anti anticancer
antineoplastic antiproliferative antitumor antitumour any anybody anymore anyone anything anyway apart apoptosis
apoptotic app apparently approach approaches aptamer are area areas aren't arent around arrest arrested arrests
article articles as ask asked asking associate associated association at attenuate attenuated attenuates attenuating
attenuation attributable attribute attributed augment augmented augmenting augments aunt author authors availability
available avoid avoids away axis back background bad based bases basically basis be bear bearing bears became because
become becomes becoming bedside been before begin beginning begins behind being believe below beneficial benefit
benefits beside besides best better between beyond big bigger bind binding binds block blockade blocked blocking
blocks blood blunt blunted blunts boost boosted boosting boosts bot both break breaking breaks bring brings broad
broadly brought burden but by bypass bypasses can can't cancer cancerous cancers candidate candidates cannot cant
carcinogenesis carcinogenic carcinoma carcinomas cargo cargoes cargos carried carrier carriers carries carry carrying
cascade case cases categories category causal cause caused causes causing cell cells cellular century chain chains
change changed changes changing characteristic characteristics chemo chemoresistance chemoresistant chemosensitise
chemosensitivity chemosensitize chemosensitizing chemotherapeutic chemotherapeutics child children circ circrna
circrnas circular circumvent circumvents citation citations cite cited cites claim claimed claims class classes
classical clinic clinical clinically coated coding cohort cohorts colonies colony combat combating combats combination
combine combined combines combining combo come comes coming common commonest commonly communicate communication
compare compared compares comparing comparison comparisons compound compounds concern concerning concerns conclude
concluded conclusion conclusions concurrent condition conditioned conditions confer conferred conferring confers
conflict conflicting conflicts connect connected connection connects contain contained containing contains content
contents context contradict contradicted contradicting contradiction contradictions contradictory contradicts contrast
contribute contributes contributing contribution control controlled controlling controls controversial controversies
controversy conventional correct corrected correction corrections could couldn't count counted counter counteract
counteracts countering counters counts cross-talk crosstalk culture cultured cultures curative curb curbed curbs cure
cured cures curing current currently cytokine cytokines cytostatic cytotoxic cytotoxicity dampen dampened dampening
dampens danger dangerous dangers data database databases dataset date dates dead dear death decade decades decorated
decrease decreased decreases decreasing defeat defeats degradation degrade degrades delay delayed delays deliver
delivered delivering delivers delivery demonstrate demonstrated demonstrates depend dependent depends derive derived
derives deriving describe described desensitise desensitize destroy destroys detail details determine did didn't didnt
die dies differ difference differences different differentiate differentiated differentiation differently differs
diminish diminishes direct directly disadvantage disagree disagreeing disagreement disagrees discuss discussed
discusses discussion disease diseases dish disorder disorders display dispute disputed disrupt disrupts dissemination
dna do do's doctor does doesn't doesnt doi doing don't done donor donors dont dosed double-edged down downregulate
downregulated downregulates downregulating downregulation downstream drive driven driver drivers drives driving drove
drug drugs during dying each early edge edges educated effect effective effectively effectiveness effectivity effects
efficacious efficacy efficiency efficient eg eight either elevate elevated elevates eliminate eliminates else emerging
encapsulated encourage encourages end endogenous ends enemy engineer engineered engineering enhance enhanced
enhancement enhancer enhances enhancing enough enriched eradicate eradicates especially et etc ev ever every everyone
everything evidence evs ex exactly examine examined example examples except exclude excluded excludes excluding
exhaust exhausted exhaustion exist existing exists exo exogenous exograph exos exosomal exosomally exosome exosomes
expand expands expansion expect expected experiment experimental experimentally experiments explain explained explains
explanation explore explored express expressed expresses expression extracellular facilitate facilitated facilitates
fact factor factors facts fail failed failing fails failure false fashion favor favors favour favours feature features
female few fewer field fight fighting fights figure figures filled find finding findings finds first five foe
following for form formation former forms formulation formulations foster fosters found four free frequent frequently
friend friends from fuel fuelled fuelling fuels function functional functionally functions further furthers gap gaps
gene general generally generate generates genes genetic get gets getting give given gives giving go goes going gone
good got graph great greater greatest grew group groups grow growing grows growth guess had halt halted halting halts
hamper hampers hand handing hands happen happened happening happens harm harmed harmful harming harmless harms has
hasn't hasnt have haven't havent having he healthy hear heard heighten hello help helped helpful helping helps here
hey hi high higher highest hinder hinders hit hits hold holds honestly hop hops host hosts how however hows human
humans hundred hypothesis hypoxic i id idea ideas ie iexosome iexosomes if im immune immunity immunogenic
immunogenicity immunological immunomodulate immunomodulation immunomodulatory immunostimulatory immunosuppress
immunosuppressed immunosuppression immunosuppressive impact impacts impair impaired impairs impede impeded impedes
implied imply importance important improve improved improvement improves improving in inactive include included
includes including inclusive inconsistencies inconsistency inconsistent increase increased increases increasing indeed
independent independently indicate indicates indirect indirectly induce induced inducer induces inducing induction
ineffective infiltrate infiltrates infiltrating infiltration inflammation inflammatory influence influenced influences
influencing info information inhibit inhibited inhibiting inhibition inhibitor inhibitors inhibitory inhibits inject
injected injection insensitive insensitivity instance instead interact interaction interactions interacts interest
interested interesting interfere interferes interfering interplay into intravenous invade invades invasion invasive
invasiveness investigate investigated investigation investigations involve involved involvement involves involving
irradiated is isn't isnt isolated it its itself ive jointly journal journals just keep keeps kept kill killed killer
killers killing kills kind kindly kinds kingdom know knowledge known knows lab labs lack lacking large larger largest
last late later latest lead leading leads learn least least-studied led less let lets level levels lie lies ligand
light like likely limit limited limiting limits line line-up lines link linked linking links liposomal list lists
literally literature little lnc lncrna lncrnas load loaded loading loads local long look looking low lower lowered
lowering lowers lowest made main mainly major make makes making male malignancies malignancy malignant manner many
marker markers matter matters maturation mature may maybe me mean means mechanism mechanisms mechanistic
mechanistically media mediate mediated mediates mediating mediator mediators medication medications medicinal medicine
medicines medium membrane men mention mentioned mentioning mentions mesenchymal mesenchyme metastases metastasis
metastasise metastasize metastasizing metastatic mice micro microenvironment microparticle microparticles microrna
micrornas microvesicle microvesicles might migrate migrates migration mimetic mimetics mine minor mir mirna mirnas
mirs missing mixed mobile mode model models modes modification modifications modified modify modulate modulated
modulates modulating modulation modulator molecular molecule molecules mono monotherapy month months more most mostly
motility mouse mrna mrnas msc mscs much multidrug multiple murine must my naive naked name named names naming nano
nanoparticle nanoparticles nanovesicle nanovesicles native natural naturally near nearly need needed needs neg
negative neglected neither neoplasm neoplasms never new newest next niche nine no nobody node nodes noncoding nondrug
none nontumour nor normal normoxia normoxic not note noted notes nothing notice novel now nucleic nude null number
numbers observation observe observed observes obtained occur occurred occurs of off often ok okay old on once oncogene
oncogenic oncology one ones only onto opinion oppose opposed opposes opposing opposite opposites option options or
order organ organs origin originate originates origins other others otherwise our out outcome outcomes over overall
overcame overcome overcomes overcoming overexpress overexpressed overexpressing overexpression overlooked overview own
packaged packaging packed pair pairs paper papers parent parental part particle particles particular particularly
parts path paths pathway pathways patient patients pattern patterns people peptide peptides per perhaps perinatal
period person play played plays please plus pmc pmcid pmid point points polarisation polarise polarised polarises
polarising polarization polarize polarized polarizes polarizing pos positive possible possibly potency potent
potential potentiate potentiated potentiates potentiating potentiation preclinical preconditioned preconditioning
pretreated pretty prevent prevented preventing prevention preventive prevents primary primed priming print process
processes produce produces producing progenitor program progress progresses progression proliferate proliferates
proliferation proliferative promise promising promote promote-or promoted promoter promotes promoting promotion proof
properties property protect protected protecting protection protective protects protein proteins protumor protumour
prove proven proves provide publication publications publish published put quell question questions quite
radioresistance radioresistant radiosensitise radiosensitivity radiosensitize radiosensitizer raise raised raises
raising range ranges ranging rank ranked ranking rare rarely rat rather rats read reading real really reason reasons
recent recently recruit recruitment recruits recur recurrence reduce reduced reduces reducing reduction reference
references refractory regard regarding regardless regimen regimens regulate regulated regulates regulating regulation
regulator regulators relapse relate related relation relationship relationships release released releases releasing
relevance relevant relies rely render rendering renders report reported reportedly reporting reports repress repressed
represses repressing repression rescue rescued rescues research researched researcher researchers resensitise
resensitize resist resistance resistant resistant-cell resisted resisting resists respect respectively respond
responding responds response responses responsible responsive responsiveness restoration restore restored restores
restoring restrain restrained restrains result results retard retards retract retracted retraction retractions
reversal reverse reversed reverses reversing review rich right rise risk risks risky rna rnas role roles route routes
safe said same say say-so saying says scientist scientists second secondary secrete secreted secretes secreting
secretion secretome see seem seems seen selective selectively sensitisation sensitise sensitised sensitiser
sensitisers sensitises sensitising sensitive sensitively sensitivity sensitization sensitize sensitized sensitizer
sensitizers sensitizes sensitizing separately set sets setting settings sev seven several sevs shall she shed shedding
sheds shield shielded shields shift shifting shifts ship shipped ships short should show showed shown shows shrank
shrink shrinking shrinks shrna shrunk shuttle shuttled shuttles side sides signal signaling signalling signals
significance significant significantly silence silenced silences silencing similar similarity similarly simply
simultaneously since single sirna sirnas situ situation six size skew skews slow slowed slowing slows small smaller
smallest so some somebody someone something sometimes sort sorts source sources specific specifically specificity sped
speed speeding speeds sponge sponges sponging spread spreading spreads stage stages standard start started starting
starts starve starves state stated states stem stem-like stemness still stimulate stimulated stimulates stimulating
stimulation stop stopped stopping stops strategies strategy strengthen strengthened strengthens stroma stromal strong
stronger strongest studied studies study studying subject subline sublines substance substances subtype subtypes such
suggest suggested suggests sum summarise summarize summary support supported supporting supportive supports supposedly
suppress suppressed suppresses suppressing suppression suppressive suppressor suppressors sure surface survival
survive survives surviving susceptibility susceptible sustain sustains switch switches switching sword system systemic
take taken takes taking talk talking talks tame target targeted targeting targets targetted team tell ten test tested
testing tests than thank thanks that that's thats the their them then therapeutic therapeutically therapeutics
therapies therapy there these they they're thing things think third this those three thrice through throughout thus
time times tissue tissues to today together tolerance tolerant tolerate tolerates tolerogenic too tool top topic total
toward towards toxic toxicity traditional transduced transfected transfection transfer transferred transferring
transfers transmit transmits transport transported transports treat treated treating treatment treatment-resistant
treatments treats trend trends tried trigger triggered triggers true truly try trying tumor tumoral tumorigenesis
tumorigenic tumorigenicity tumorous tumors tumour tumour-bearing tumourigenesis tumourigenic tumourigenicity tumours
turn turned turns twice two type types typical typically umbilical unaffected unanswered unchanged uncle undefined
under under-studied underlie underlies underlying underpin underpins understudied undo undoes undone unexplored
unknown unless unlike unloaded unmodified unnamed unresponsive unsafe unspecified unstudied untested until untreated
up upon upregulate upregulated upregulates upregulating upregulation upstream us use used useful uses using usually
varied variety various vascular versa versus versus-the very vesicle vesicles vesicular vessel vessels via viability
vice view views virus viruses vitro vivo volume volunteer volunteers vs vulnerability vulnerable want wants was wasn't
way ways we weak weaken weakened weakening weakens weaker weakest weight well well-studied were weren't what what's
whatever whats when whenever where whereas wherever whether which whichever while who who's whole whom whom-ever whose
why wide widely will with withdrawn within without women won't wonder wondering wont work worked working works worse
worsen worsened worsening worsens worst would wouldn't write writing written wrong wrote xenograft xenografted
xenografts year years yes yesterday yet you your
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
