package org.stridescope.script;

import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.atn.ATN;
import org.antlr.v4.runtime.atn.ParserATNSimulator;
import org.antlr.v4.runtime.atn.PredictionContextCache;
import org.antlr.v4.runtime.dfa.DFA;

/**
 * What parsers have learnt of the grammar: automata that grow with every new turn of phrase and make the next parse quick.
 * A generated parser keeps them for good: 40 000 odd scripts left 1.4 GB. These begin anew beyond some 30 MB.
 */
final class Predictions {
    private final int mostStates;
    private volatile Learnt learnt = new Learnt(new DFA[0], new PredictionContextCache());

    /** @param mostStates some 3 kB each; the course's own scripts need a few hundred */
    Predictions(int mostStates) {
        this.mostStates = mostStates;
    }

    private record Learnt(DFA[] automata, PredictionContextCache contexts) {
        static Learnt nothing(ATN atn) {
            DFA[] automata = new DFA[atn.getNumberOfDecisions()];
            for (int i = 0; i < automata.length; i++)
                automata[i] = new DFA(atn.getDecisionState(i), i);
            return new Learnt(automata, new PredictionContextCache());
        }

        int states() {
            int states = 0;
            for (DFA automaton : automata)
                states += automaton.states.size();
            return states;
        }
    }

    /** Lets this parser use what others learnt; parsers in other threads go on with what they were given. */
    void lendTo(Parser parser) {
        Learnt lent = learnt;
        if (lent.automata.length == 0 || lent.states() > mostStates) {
            lent = Learnt.nothing(parser.getATN());
            learnt = lent;
        }
        parser.setInterpreter(new ParserATNSimulator(parser, parser.getATN(), lent.automata, lent.contexts));
    }

    /** States kept for the next parse. */
    int states() {
        return learnt.states();
    }
}
