import { grammarOf } from './notation.ts';

/** The body of a request (RFC 8259), with the members that GraphQL over HTTP knows and others. */
export const bodyGrammar = grammarOf(String.raw`
Body = Whitespace* ( Request | Value ) Whitespace*
Request = '{' Member+ '"query"' ':' <query> '}'
Member = '"variables"' ':' Variables ',' | '"extensions"' ':' Object ',' | '"operationName"' ':' String ',' | String ':' Value ','
Variables = '{' <variable> ':' Value ( ',' String ':' Value )* '}'
Value = String | Number | List | Object | 'true' | 'false' | 'null'
Number := '-'? Digit+ ( '.' Digit+ )? ( ExponentSign Digit+ )?
ExponentSign := 'e' | 'E+' | 'e-'
Digit := '1' | '0' | '9'
List = '[' ( Value ( ',' Value )* )? ']'
Object = '{' ( Field ( ',' Field )* )? '}'
Field = String ':' Value | <key> ':' Value
String := '"' Character* '"'
Character := 's' | '\u00e9' | '\ud83d\ude00' | '\\n' | '\\"' | '\\\\' | '\\u0041' | '\\ud83d' | '\\x' | '{' | '[' | ','
Whitespace := ' ' | '\n' | '\t' | '\r' | '\ufeff'
`);
