import { grammarOf } from './notation.ts';

/**
 * The grammar of GraphQL (October 2021, appendix B), with the type system that no request may define, and with the empty parentheses that clients
 * send. Words in angle brackets come from a schema.
 */
export const graphqlGrammar = grammarOf(String.raw`
Document = Ignored* Definition+
Ignored = ' ' | ',' | '\t' | '\n' | '\r\n' | '\ufeff' | Comment
Comment := '#' CommentCharacter* '\n'
CommentCharacter := 'c' | '"' | '#' | '\u00e9' | '\ud83d\ude00'
Definition = Operation | Fragment | TypeSystem
Operation = SelectionSet | OperationType OperationName? Variables? Directives? SelectionSet
OperationType := <operation-type> | 'query' | 'mutation' | 'subscription'
SelectionSet = '{' Selection+ '}'
Selection = Leaf | Branch | Spread | Inline | Meta | Name
Leaf = Alias? <leaf> Arguments? Directives?
Branch = Alias? <branch> Arguments? Directives? SelectionSet
Meta = '__typename' | '__schema' '{' Introspection+ '}' | '__type' '(' 'name' ':' '"Query"' ')' TypeSelection
Introspection = 'types' TypeSelection | 'directives' '{' 'args' '{' 'type' TypeSelection '}' '}'
TypeSelection = '{' TypeField+ '}'
TypeField = 'name' | 'ofType' TypeSelection | 'possibleTypes' TypeSelection | 'fields' '{' 'type' TypeSelection '}' | 'inputFields' '{' 'type' TypeSelection '}' | 'enumValues' '{' 'name' '}'
Alias = AliasName ':'
Arguments = '(' Argument+ ')' | '(' ')'
Argument = ArgumentName ':' Value
Spread = '...' SpreadName Directives?
Inline = '...' TypeCondition? Directives? SelectionSet
Fragment = 'fragment' FragmentName TypeCondition Directives? SelectionSet
TypeCondition = 'on' TypeName
Value = Int | Float | String | Boolean | Null | Enum | List | Object | Variable
Int := '-'? Digit+
Float := '-'? Digit+ ( '.' Digit+ )? ( ExponentSign Digit+ )?
ExponentSign := 'e' | 'E+' | 'e-'
Digit := '1' | '0' | '9'
String := '"' StringCharacter* '"' | '"""' BlockCharacter* '"""'
StringCharacter := 's' | '\u00e9' | '\ud83d\ude00' | '\\n' | '\\"' | '\\u0041' | '\\ud83d\\ude00' | '\\u{1F600}' | '\\ud83d' | '\\u{110000}' | '\\x'
BlockCharacter := 'b' | ' ' | '\n' | '\n ' | '\r\n' | '"' | '\\"""' | '\\' | '\u00e9'
Boolean := 'true' | 'false'
Null := 'null'
Enum := <enum> | Name
List = '[' Value* ']'
Object = '{' ObjectField* '}'
ObjectField = FieldName ':' Value
Variable := '$' VariableName
Variables = '(' VariableDefinition+ ')'
VariableDefinition = Variable ':' Type DefaultValue? Directives?
DefaultValue = '=' Value
Type = InputTypeName | '[' Type ']' | Type '!'
Directives = Directive+
Directive = '@' DirectiveName Arguments?
Name := NameCharacter+
NameCharacter := 'n' | '_' | '7' | 'N'
OperationName := <operation-name> | Name
AliasName := <alias> | Name
ArgumentName := <argument> | Name
FieldName := <object-field> | Name
VariableName := <variable> | Name
DirectiveName := <directive> | Name
FragmentName := <fragment-name> | Name
SpreadName := <spread> | Name
TypeName := <type> | Name
InputTypeName := <input-type> | Name
TypeSystem = Description? Declaration | 'extend' Declaration
Description = String
Declaration = Scalar | SchemaDeclaration | ObjectType | Interface | Union | EnumType | InputType | DirectiveDefinition
Scalar = 'scalar' TypeName Directives?
SchemaDeclaration = 'schema' Directives? '{' RootType+ '}'
RootType = OperationType ':' TypeName
ObjectType = 'type' TypeName Implements? Directives? FieldDefinitions
Interface = 'interface' TypeName Implements? Directives? FieldDefinitions
Implements = 'implements' '&'? TypeName ( '&' TypeName )*
FieldDefinitions = '{' FieldDefinition+ '}'
FieldDefinition = Description? <leaf> ArgumentDefinitions? ':' Type Directives?
ArgumentDefinitions = '(' InputValue+ ')'
InputValue = Description? ArgumentName ':' Type DefaultValue? Directives?
Union = 'union' TypeName Directives? '=' '|'? TypeName ( '|' TypeName )*
EnumType = 'enum' TypeName Directives? '{' EnumValue+ '}'
EnumValue = Description? <enum> Directives?
InputType = 'input' TypeName Directives? '{' InputValue+ '}'
DirectiveDefinition = Description? 'directive' '@' DirectiveName ArgumentDefinitions? 'repeatable'? 'on' '|'? Location ( '|' Location )*
Location = 'FIELD' | 'OBJECT'
`);
