package org.stridescope.schedule.process;

/**
 * What stands for values that every process has already, such as the functions of a library, and need not be sent. Both sides
 * of a pool have one; the other side's resolves what this one's replaced.
 */
public interface ParcelCodec {
    /** Everything is sent as it is. */
    ParcelCodec PLAIN = new ParcelCodec() {
        @Override
        public Object replace(Object value) {
            return value;
        }

        @Override
        public Object resolve(Object value) {
            return value;
        }
    };

    /** What is sent instead of this value; the value itself where it has to go. */
    Object replace(Object value);

    /** The value that this stands for. */
    Object resolve(Object value);
}
