// One entry rule for each declaration and each clause: the outline cuts the text, so that a mistake stays in its own slice.
// Measured: no ambiguity and no full-context prediction over all samples. What the grammar admits beyond the language
// (a tuple where a value is asked for, an empty title, `and` beside `or`) is said by the conversion, in better words.
parser grammar EditParser;

options { tokenVocab = EditLexer; }

// Declarations
pack: PACK dottedName (VERSION STRING)? (EXTENDS dottedName)? EOF;
dates: DATES BY basis EOF;
limit: LIMIT memberName ATOM EOF;
phases: PHASES id (COMMA id)* EOF;
reasons: REASONS (FOR condition)? (EFFECTIVE dateRange)? EOF;
reasonRow: id EQ id id (REMARK id (COMMA id)*)? EOF;
codes: CODES (ATNAME COLON id (EQ sum | codeFile) | OF id codeFile) EOF;
codeFile: FROM STRING (COLUMN memberName)? dated?;
table: TABLE ATNAME (FROM STRING)? dated? (KEY columns)? columns? EOF;
dated: DATED memberName DOTDOT memberName;
columns: column (COMMA column)*;
column: memberName (FROM STRING)? COLON type;
type: YES OR NO | memberName;
parameter: PARAMETER ATNAME (COLON type)? EQ datedValue (COMMA datedValue)* EOF;
datedValue: range (FROM DATE)?;
fact: FACT memberName (FROM STRING)? COLON type EOF;
define: DEFINE (defineKind | defineValue) EOF;
defineKind: name variable (OF variable)? COLON kindPhrase;
defineValue: name (OF variable (AND variable)?)? COLON choice;
disable: DISABLE id (FOR condition)? (FROM DATE)? (BECAUSE STRING)? EOF;
override: OVERRIDE id (FOR condition)? SET ATNAME EQ datedValue (COMMA datedValue)* EOF;
extend: EXTEND id (FOR condition)? WITH EOF;
namedClaim: CLAIM STRING EOF;
editHead: REPLACE? EDIT id STRING? RETRO? EOF;

// Clauses
effective: EFFECTIVE dateRange (BY basis)? EOF;
cite: CITE STRING EOF;
owner: OWNER STRING EOF;
phase: PHASE id EOF;
monitor: MONITOR (FROM DATE)? EOF;
retro: RETRO EOF;
deprecated: DEPRECATED SINCE DATE (USE id)? EOF;
tags: TAGS id (COMMA id)* EOF;
precedence: PRECEDENCE ATOM EOF;
skipPhases: ON FIRE SKIP_ PHASES id (COMMA id)* EOF;
scope: FOR condition EOF;
forEach: FOR EACH (groupBinding | binding (COMMA binding)* (COMMA groupBinding)?) (WITH sameItem (COMMA sameItem)*)? EOF;
let: LET variable EQ choice EOF;
when: WHEN condition EOF;
unless: UNLESS condition (BECAUSE STRING)? (OWNER STRING)? (UNTIL DATE)? EOF;
otherwise: OTHERWISE EOF;
then: THEN action EOF;
also: ALSO action EOF;
message: MESSAGE STRING EOF;
test: TEST (EACH ROW? variable IN (set | ATNAME))? STRING? EOF;

dateRange: DATE DOTDOT DATE? | DOTDOT DATE;
basis: memberName ((DOT | OF) memberName)*;
sameItem: SAME name;

// Actions
action: verb (EVERY kindWord OF path | path) (TO value)? (WITH value)? option* | ADD LINE postfix addedWith? option*;
verb: DENY | REJECT | RETURN | PEND | REVIEW | WARN | INFORM | REDUCE | REPLACE | RECOUP;
option: REASON id | UP TO PERCENT | QUEUE STRING | OVERRIDABLE (WHERE condition)? | PAY postfix | SUPPORTS path;
addedWith: WITH addedItem (COMMA addedItem)*;
addedItem: UNITS sum | WORD code | code;

// Kinds of things
kindPhrase: groupPhrase where? | kinds (OF ofTarget)? where?;
binding: kinds (OF ofTarget)? where?;
groupBinding: (variable OF)? groupPhrase where?;
groupPhrase: GROUP variable? OF kinds (OF ofTarget)? BY path (COMMA path)*;
where: WHERE condition;
kinds: words (OR words)*;
words: kindWord+;
kindWord: WORD | ATOM | ROW | LINE | CLAIM | HISTORY | TEST | DAY | WEEK | MONTH | YEAR | REVIEW | FIRST | LAST | NEW | A;

// Conditions
choice: choiceItem (COMMA choiceItem)*;
choiceItem: OTHERWISE condition | condition (IF condition)?;
condition: negation ((AND | OR) negation)*;
negation: NOT* predicate;
predicate: daysIn | quantified | value predicateTail?;
predicateTail
    : comparison value
    | NOT? IN value (ON base)?
    | IS NOT? isWhat
    | HAS hasTail
    | SHARES A name WITH ofTarget
    | OVERLAPS value
    ;
comparison: EQ | NE | LT | LE | GT | GE;
isWhat: ON name | VALID ON base | name (OF ofTarget)? (BY id)?;
hasTail: SAME name AS ofTarget | quantity? name ((IN | OUTSIDE) range | code)?;
quantity: NO | EXACTLY ATOM | MORE_ THAN ATOM | AT LEAST ATOM;
daysIn: (ANY | EVERY | NO) DAY OF range IS IN (ANY | outside=NO) words (OF ofTarget)?;
quantified: (ANY | EVERY | NO) words (OF ofTarget)? (HAS (hasTail | LP condition RP) | IS NOT? isWhat)?;

// Values
value: phrase | range (OR ELSE range)* (ROUNDED rounding TO roundingUnit)?;
rounding: HALF UP | UP | DOWN;
roundingUnit: PERCENT | MONEY | ATOM;
phrase
    : ROW variable? IN ATNAME FOR key (ON base)?                        # rowPhrase
    | SUM OF sum (OVER words (OF ofTarget)? closedWhere?)?              # sumPhrase
    | (LEAST | GREATEST) OF sum OVER words (OF ofTarget)? closedWhere?  # extremePhrase
    | LAST RUN OF LP kinds (OF ofTarget)? BY path RP BROKEN closedWhere # runPhrase
    | DAYS FROM sum TO sum                                              # daysPhrase
    | MINUTES FROM sum TO sum                                           # minutesPhrase
    | FULL CALENDAR MONTHS FROM sum TO sum                              # monthsPhrase
    | SAMPLE ATOM IN ATOM BY path                                       # samplePhrase
    | period                                                            # periodPhrase
    ;
closedWhere: WHERE LP condition RP;
range: DOTDOT sum | sum (DOTDOT sum?)?;
sum: product ((PLUS | MINUS) product)*;
product: unary ((STAR | SLASH | AMP) unary)*;
unary: MINUS? postfix;
postfix: ofPhrase | edgeOf | dayOfPeriod | countOf | dotted;
period: CALENDAR (MONTH | QUARTER | YEAR) OF ofTarget | BENEFIT YEAR OF ofTarget FROM base;
dayOfPeriod: (FIRST | LAST) DAY OF period;
ofPhrase: (name | GROUP | LEAST | GREATEST) OF ofTarget (ON base)?;
edgeOf: (FIRST | LAST) OF ofTarget (BY (LP orderKey (COMMA orderKey)* RP | orderKey))?;
countOf: COUNT OF (kindWord kindWord+ (OF ofTarget)? | ofTarget) closedWhere?;
ofTarget: ATNAME (FOR key)? | CODES OF id | (name | FIRST | LAST) OF ofTarget | base;
orderKey: path DESCENDING?;
key: base | STRING;
base: (name | ATOM | DATE | LP condition (COMMA condition)* RP) (DOT memberName)*;
dotted: primary (DOT memberName)*;
primary
    : LP condition (COMMA condition)* RP
    | set
    | ATNAME
    | STRING
    | PERCENT
    | MONEY
    | DATE
    | ATOM unit?
    | CODES OF id
    | name
    ;
unit: DAY | DAYS | WEEK | WEEKS | MONTH | MONTHS | YEAR | YEARS | UNIT | UNITS;
set: LB (setItem (COMMA setItem)*)? RB;
setItem: setWord STAR? ((MINUS | DOTDOT) setWord)? (FROM DATE)? (UNTIL DATE)?;
setWord: STRING | DATE | MONEY | PERCENT | memberName;
code: ATOM | WORD | STRING;
path: (name | ATOM) (DOT memberName)*;

// Names
dottedName: id (DOT memberName)*;
id: name | ATOM;
variable: name | ATOM;
name: WORD | soft;
soft
    : VERSION | RUN | FULL | CALENDAR | HALF | UP | DOWN | SAMPLE | A | NEW | DATED | KEY | REMARK | COLUMN | VALID | FIRE | SKIP_
    | LINE | CLAIM | HISTORY | USE | PAY | SUPPORTS | FACT | LIMIT | DATES | BROKEN | AT | MONITOR | TAGS | PRECEDENCE | REVIEW
    | DAY | DAYS | WEEK | WEEKS | MONTH | MONTHS | QUARTER | YEAR | YEARS | UNIT | UNITS | BENEFIT | MINUTES
    ;
memberName
    : name | ATOM | PACK | EXTENDS | EDIT | END | CODES | TABLE | PARAMETER | DEFINE | REASONS | PHASES | DISABLE | OVERRIDE | EXTEND
    | REPLACE | FOR | EACH | LET | WHEN | UNLESS | BECAUSE | THEN | ALSO | OTHERWISE | MESSAGE | TEST | EFFECTIVE | CITE | OWNER | PHASE
    | RETRO | DEPRECATED | AND | OR | NOT | IN | IS | HAS | IF | ELSE | OF | BY | ON | WITH | WHERE | SAME | AS | ANY | EVERY | NO | YES
    | ROW | SUM | COUNT | OVER | FIRST | LAST | LEAST | GREATEST | GROUP | FROM | TO | UNTIL | SINCE | SET | ROUNDED | SHARES | OVERLAPS
    | OUTSIDE | MORE_ | THAN | EXACTLY | DESCENDING | DENY | REJECT | RETURN | PEND | WARN | INFORM | REDUCE | RECOUP | ADD | REASON
    | QUEUE | OVERRIDABLE
    ;
