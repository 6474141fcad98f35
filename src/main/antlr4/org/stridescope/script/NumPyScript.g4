// The part of Python 3 that the course's array scripts use. Indentation and line ends become INDENT, DEDENT and NEWLINE
// in Indentation.java, between lexer and parser. What is refused in words (class, async, match ...) is named there too.
grammar NumPyScript;

tokens { INDENT, DEDENT, NEWLINE }

@lexer::members {
    /** A magic starts its line; a percent sign inside an expression is the remainder. */
    private boolean atLineStart() {
        int at = _tokenStartCharIndex - 1;
        while (at >= 0) {
            int c = _input.getText(org.antlr.v4.runtime.misc.Interval.of(at, at)).charAt(0);
            if (c == 10 || c == 59) return true;
            if (c != 32 && c != 9) return false;
            at--;
        }
        return true;
    }
}

script      : NEWLINE* statement* EOF ;
single      : tuple NEWLINE* EOF ;
statement   : simple (';' simple)* ';'? NEWLINE | compound ;
compound    : ifStatement | whileStatement | forStatement | definition | tryStatement | withStatement ;
block       : NEWLINE INDENT statement+ DEDENT | simple (';' simple)* ';'? NEWLINE ;

ifStatement    : 'if' expr ':' block ('elif' expr ':' block)* ('else' ':' block)? ;
whileStatement : 'while' expr ':' block ('else' ':' block)? ;
forStatement   : 'for' targets 'in' tuple ':' block ('else' ':' block)? ;
definition     : decorator* 'def' NAME '(' parameters? ')' ('->' expr)? ':' block ;
decorator      : '@' expr NEWLINE ;
tryStatement   : 'try' ':' block handler* ('else' ':' block)? ('finally' ':' block)? ;
handler        : 'except' (expr ('as' NAME)?)? ':' block ;
withStatement  : 'with' withItem (',' withItem)* ':' block ;
withItem       : expr ('as' target)? ;

simple
    : tuple ('=' tuple)+                                        # assign
    | (tuple '=')* yielding                                     # yields
    | expr ':' expr ('=' tuple)?                                # annotated
    | expr op=('+='|'-='|'*='|'/='|'//='|'%='|'@='|'**='|'<<='|'>>='|'&='|'^='|'|=') tuple   # augmented
    | 'import' importName (',' importName)*                     # importModules
    | 'from' dotted 'import' ('*' | importAs (',' importAs)* | '(' importAs (',' importAs)* ','? ')')   # importFrom
    | 'return' tuple?                                           # returnValue
    | 'assert' expr (',' expr)?                                 # assertion
    | 'raise' (expr ('from' expr)?)?                            # raise
    | 'del' expr (',' expr)*                                    # delete
    | kind=('global' | 'nonlocal') NAME (',' NAME)*                  # outerNames
    | 'pass'                                                    # pass
    | 'break'                                                   # break
    | 'continue'                                                # continue
    | MAGIC                                                     # magic
    | tuple                                                     # evaluate
    ;

yielding    : YIELD 'from' expr | YIELD tuple? | '(' yielding ')' ;
importName  : dotted ('as' NAME)? ;
importAs    : NAME ('as' NAME)? ;
dotted      : NAME ('.' NAME)* ;

tuple       : item (',' item)* ','? ;
item        : '*' expr | expr ;
targets     : target (',' target)* ','? ;
target      : NAME ('.' NAME | '[' subscripts ']')* | '(' targets ')' | '[' targets ']' | '*' target ;
parameters  : parameter (',' parameter)* ','? ;
parameter   : '**' NAME | '*' NAME? | NAME (':' expr)? ('=' expr)? | '/' ;

expr
    : expr '.' NAME                                             # attribute
    | expr '(' arguments? ')'                                   # call
    | expr '[' subscripts ']'                                   # subscript
    | <assoc=right> expr '**' expr                              # binary
    | ('-'|'+'|'~') expr                                        # unary
    | expr ('*'|'/'|'//'|'%'|'@') expr                          # binary
    | expr ('+'|'-') expr                                       # binary
    | expr ('<<'|'>>') expr                                     # binary
    | expr '&' expr                                             # binary
    | expr '^' expr                                             # binary
    | expr '|' expr                                             # binary
    | expr comparator expr                                      # compare
    | 'not' expr                                                # not
    | expr 'and' expr                                           # and
    | expr 'or' expr                                            # or
    | <assoc=right> expr 'if' expr 'else' expr                  # conditional
    | 'lambda' parameters? ':' expr                             # lambda
    | NAME ':=' expr                                            # walrus
    | atom                                                      # plain
    ;

comparator  : '<' | '>' | '<=' | '>=' | '==' | '!=' | 'in' | 'not' 'in' | 'is' 'not' | 'is' ;

arguments   : argument (',' argument)* ','? ;
argument    : '**' expr | '*' expr | NAME '=' expr | expr comprehension? ;
subscripts  : index (',' index)* comma=','? ;
index       : expr? ':' expr? (':' expr?)? | '*' expr | expr ;

atom
    : NAME                                                      # name
    | NUMBER                                                    # number
    | STRING+                                                   # string
    | '...'                                                     # ellipsis
    | 'None'                                                    # none
    | 'True'                                                    # true
    | 'False'                                                   # false
    | '(' ')'                                                   # emptyTuple
    | '(' expr comprehension ')'                                # generator
    | '(' tuple ')'                                             # parenthesised
    | '[' expr comprehension ']'                                # listComprehension
    | '[' (item (',' item)* ','?)? ']'                          # list
    | '{' expr ':' expr comprehension '}'                       # dictComprehension
    | '{' (entry (',' entry)* ','?)? '}'                        # dict
    | '{' expr comprehension '}'                                # setComprehension
    | '{' item (',' item)* ','? '}'                             # set
    ;
entry         : expr ':' expr | '**' expr ;
comprehension : 'for' targets 'in' expr filter* comprehension? ;
filter        : 'if' expr ;

REFUSED : 'class' | 'async' | 'await' | 'match' [ \t]+ NAME [ \t]* ':' ;
YIELD   : 'yield' ;
NUMBER  : ([0-9] [0-9_]* ('.' [0-9_]*)? | '.' [0-9] [0-9_]*) ([eE] [+-]? [0-9]+)? [jJ]?
        | '0' [xX] [0-9a-fA-F_]+ | '0' [bB] [01_]+ | '0' [oO] [0-7_]+ ;
STRING  : [rRbBfFuU]? [rRbBfF]? (LONG1 | LONG2 | SHORT1 | SHORT2) ;
fragment LONG1  : '\'\'\'' (~'\\' | '\\' .)*? '\'\'\'' ;
fragment LONG2  : '"""' (~'\\' | '\\' .)*? '"""' ;
fragment SHORT1 : '\'' (~['\\\r\n] | '\\' .)* '\'' ;
fragment SHORT2 : '"' (~["\\\r\n] | '\\' .)* '"' ;
NAME    : [\p{XID_Start}_] [\p{XID_Continue}]* ;
MAGIC   : '%' '%'? [a-z] ~[\r\n]* { atLineStart() }? ;
LINE_END : '\r'? '\n' [ \t]* ;
JOINED  : '\\' '\r'? '\n' -> skip ;
COMMENT : '#' ~[\r\n]* -> skip ;
SPACE   : [ \t\f]+ -> skip ;
UNKNOWN : . ;
