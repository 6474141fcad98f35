package org.stridescope.ui.model.arrays;

import org.stridescope.explain.layout.Quantity;
import org.stridescope.ui.model.Figures;

/**
 * What one line of a script cost over a whole run.
 *
 * @param line from 1
 * @param nanos time of all hits
 * @param allocated bytes of arrays allocated
 * @param freed bytes of arrays let go
 * @param copies arrays copied item by item
 * @param made what its result is
 */
public record LineCost(int line, long hits, long nanos, long allocated, long freed, int copies, Made made) {
    /** What a line's value is to the memory that was there before. */
    public enum Made {
        /** No array. */
        NOTHING,
        /** New bytes. */
        NEW,
        /** Other metadata over bytes that were there. */
        VIEW,
        /** New bytes with the items of an array that was there. */
        COPY,
        /** Other values in bytes that were there. */
        WRITE
    }

    /** What the margin beside a line tells. */
    public enum Margin {
        MEMORY("memory",
                "What each line made: a view, a copy, new bytes; or that it wrote into bytes that were there"), FREED(
                        "freed", "Bytes of arrays that nothing held any more after the line"), TIME("time",
                                "Time of all hits of the line, calls included"), HITS("hits", "How often the line ran");

        private final String text;
        private final String help;

        Margin(String text, String help) {
            this.text = text;
            this.help = help;
        }

        public String text() {
            return text;
        }

        public String help() {
            return help;
        }
    }

    /** In the margin; empty for nothing worth a figure. */
    public String margin(Margin margin) {
        return switch (margin) {
            case MEMORY -> memory();
            case FREED -> freed == 0 ? "" : Quantity.bytes(freed);
            case TIME -> Figures.duration(nanos / 1e9);
            case HITS -> Quantity.count(hits);
        };
    }

    /** {@code view}, {@code copy 8 B}, {@code 16 B}, {@code write}; empty for lines without arrays. */
    private String memory() {
        return switch (made) {
            case WRITE -> "write";
            case VIEW -> "view";
            case COPY -> "copy " + Quantity.bytes(allocated);
            case NEW -> Quantity.bytes(allocated);
            case NOTHING -> allocated > 0 ? Quantity.bytes(allocated) : "";
        };
    }
}
