// The words and signs of the edit language. Nothing is skipped: blanks and comments stand on hidden channels, so that all tokens
// put together are the text. Keywords are lower case only, which leaves AS, IN, OR and LT to the codes.
lexer grammar EditLexer;

channels { COMMENTS }

// Declarations
PACK: 'pack'; VERSION: 'version'; EXTENDS: 'extends'; EDIT: 'edit'; END: 'end'; CODES: 'codes'; TABLE: 'table'; PARAMETER: 'parameter';
DEFINE: 'define'; REASONS: 'reasons'; PHASES: 'phases'; DATES: 'dates'; LIMIT: 'limit'; FACT: 'fact'; DISABLE: 'disable';
OVERRIDE: 'override'; EXTEND: 'extend'; REPLACE: 'replace';

// Clauses
FOR: 'for'; EACH: 'each'; LET: 'let'; WHEN: 'when'; UNLESS: 'unless'; BECAUSE: 'because'; THEN: 'then'; ALSO: 'also';
OTHERWISE: 'otherwise'; MESSAGE: 'message'; TEST: 'test'; EFFECTIVE: 'effective'; CITE: 'cite'; OWNER: 'owner'; PHASE: 'phase';
MONITOR: 'monitor'; RETRO: 'retro'; DEPRECATED: 'deprecated'; TAGS: 'tags'; PRECEDENCE: 'precedence'; FIRE: 'fire'; SKIP_: 'skip';

// Words inside
AND: 'and'; OR: 'or'; NOT: 'not'; IN: 'in'; IS: 'is'; HAS: 'has'; IF: 'if'; ELSE: 'else'; OF: 'of'; BY: 'by'; ON: 'on'; WITH: 'with';
WHERE: 'where'; SAME: 'same'; AS: 'as'; ANY: 'any'; EVERY: 'every'; NO: 'no'; YES: 'yes'; ROW: 'row'; SUM: 'sum'; COUNT: 'count';
OVER: 'over'; FIRST: 'first'; LAST: 'last'; LEAST: 'least'; GREATEST: 'greatest'; RUN: 'run'; BROKEN: 'broken'; GROUP: 'group';
FROM: 'from'; TO: 'to'; UNTIL: 'until'; SINCE: 'since'; USE: 'use'; SET: 'set'; KEY: 'key'; DATED: 'dated'; COLUMN: 'column';
REMARK: 'remark'; FULL: 'full'; CALENDAR: 'calendar'; ROUNDED: 'rounded'; HALF: 'half'; UP: 'up'; DOWN: 'down'; SAMPLE: 'sample';
SHARES: 'shares'; A: 'a'; OVERLAPS: 'overlaps'; OUTSIDE: 'outside'; MORE_: 'more'; THAN: 'than'; EXACTLY: 'exactly'; AT: 'at';
VALID: 'valid'; DESCENDING: 'descending'; NEW: 'new'; LINE: 'line'; CLAIM: 'claim'; HISTORY: 'history';
DAY: 'day'; DAYS: 'days'; WEEK: 'week'; WEEKS: 'weeks'; MONTH: 'month'; MONTHS: 'months'; QUARTER: 'quarter'; YEAR: 'year';
YEARS: 'years'; BENEFIT: 'benefit'; MINUTES: 'minutes';
UNIT: 'unit'; UNITS: 'units';

// Outcomes
DENY: 'deny'; REJECT: 'reject'; RETURN: 'return'; PEND: 'pend'; REVIEW: 'review'; WARN: 'warn'; INFORM: 'inform'; REDUCE: 'reduce';
RECOUP: 'recoup'; ADD: 'add'; REASON: 'reason'; QUEUE: 'queue'; OVERRIDABLE: 'overridable'; PAY: 'pay'; SUPPORTS: 'supports';

STRING: '"' ~["\r\n]* '"';
// Pasted from a word processor; taken as a string, and reported.
CURLY_STRING: [\u201C\u201D\u201E] ~[\u201C\u201D"\r\n]* [\u201C\u201D"] | '"' ~["\u201C\u201D\r\n]* [\u201C\u201D];
// A quote that is never closed eats its line and no more.
OPEN_STRING: ["\u201C\u201D\u201E] ~["\u201C\u201D\r\n]*;

ATNAME: '@' [A-Za-z_] [A-Za-z0-9_]*;
PERCENT: Digit+ ('.' Digit+)? '%';
MONEY: '$' Digit+ (',' Digit Digit Digit)* ('.' Digit Digit)?;
WORD: Letter+ (Hyphen Letter+)*;
DATE: Digit Digit Digit Digit '-' Digit Digit '-' Digit Digit;
// Every run with a digit in it. What it is (a number, a code, a range of codes, an id) is told by its place.
ATOM: Segment (Hyphen Segment)*;

DOTDOT: '..'; DOT: '.'; COMMA: ','; COLON: ':'; LP: '('; RP: ')'; LB: '{'; RB: '}'; BAR: '|';
LE: '<='; GE: '>='; NE: '<>'; EQ: '='; LT: '<'; GT: '>'; PLUS: '+'; MINUS: '-'; STAR: '*'; SLASH: '/'; AMP: '&';

// Signs of other languages and of word processors: each is taken as the sign that is meant, and reported.
EQ_FOREIGN: '==' | ':='; NE_FOREIGN: '!=' | '\u2260'; LE_FOREIGN: '\u2264' | '=<'; GE_FOREIGN: '\u2265' | '=>';
MINUS_FOREIGN: [\u2010-\u2015\u2212]; DOTDOT_FOREIGN: '...' | '\u2026'; SEMICOLON: ';';

COMMENT: '--' ~[\r\n]* -> channel(COMMENTS);
BLANK: [ \t\u00A0\u2000-\u200B\u202F\u3000\r\n\f\u000B\uFEFF]+ -> channel(HIDDEN);
BAD: .;

fragment Digit: [0-9];
fragment Letter: [A-Za-z_];
fragment Hyphen: [-\u2010-\u2013];
fragment Segment: [A-Za-z0-9_]+ | Digit+ '.' Digit+ | [A-Z] (Digit [0-9A-Z] | [A-Z] Digit) '.' [0-9A-Z]+;
