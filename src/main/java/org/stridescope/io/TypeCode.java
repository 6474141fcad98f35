package org.stridescope.io;

import java.util.Map;

import org.stridescope.array.ArrayError;
import org.stridescope.array.DType;

/** NumPy's type codes, as in {@code '<f8'}: byte order, kind, bytes of an item. */
final class TypeCode {
    private static final String SUPPORTED = "bool, int8 to int64, uint8 to uint64, float16 to float64, complex64 and complex128";
    private static final Map<Character, String> OTHERS = Map.of('O', "Python objects", 'S', "byte strings", 'U', "text",
            'M', "dates", 'm', "time spans", 'V', "raw records", 'f', "floats of this size", 'c',
            "complex of this size");

    private TypeCode() {}

    static String of(DType dtype) {
        char order = dtype.itemsize() == 1 ? '|' : '<';
        return "" + order + dtype.kind().letter() + dtype.itemsize();
    }

    static boolean isBigEndian(String code) {
        return code.startsWith(">");
    }

    static DType dtype(String code) {
        String bare = code.isEmpty() || "<>|=".indexOf(code.charAt(0)) < 0 ? code : code.substring(1);
        for (DType dtype : DType.values()) {
            if (bare.equals("" + dtype.kind().letter() + dtype.itemsize()))
                return dtype;
        }
        String what = bare.isEmpty() ? "nothing" : OTHERS.getOrDefault(bare.charAt(0), "an unknown type");
        throw new ArrayError("dtype '" + code + "' (" + what + ") is not supported; " + SUPPORTED
                + " are: convert it by astype before saving");
    }
}
