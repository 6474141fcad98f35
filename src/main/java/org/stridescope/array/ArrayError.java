package org.stridescope.array;

/** What is wrong with an operation on arrays, in NumPy's words where a student would meet them. */
public final class ArrayError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The Python class that NumPy would raise. */
    public enum Kind {
        VALUE("ValueError"), INDEX("IndexError"), TYPE("TypeError"), AXIS("AxisError"), MEMORY("MemoryError"), OVERFLOW(
                "OverflowError"),
        /** NumPy's refusal to cast or to resolve a ufunc, a TypeError by class. */
        UFUNC_TYPE("UFuncTypeError");

        private final String pythonName;

        Kind(String pythonName) {
            this.pythonName = pythonName;
        }

        public String pythonName() {
            return pythonName;
        }
    }

    private final Kind kind;

    /** A ValueError. */
    public ArrayError(String message) {
        this(message, Kind.VALUE);
    }

    public ArrayError(String message, Kind kind) {
        super(message);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
