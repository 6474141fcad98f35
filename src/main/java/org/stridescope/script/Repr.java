package org.stridescope.script;

import java.math.BigDecimal;

import org.stridescope.array.NDArray;
import org.stridescope.script.Values.Builtin;
import org.stridescope.script.Values.Complex;
import org.stridescope.script.Values.Custom;
import org.stridescope.script.Values.DTypeValue;
import org.stridescope.script.Values.ExceptionValue;
import org.stridescope.script.Values.Flags;
import org.stridescope.script.Values.Module;
import org.stridescope.script.Values.PyIterator;
import org.stridescope.script.Values.PyRange;
import org.stridescope.script.Values.PyTuple;
import org.stridescope.script.Values.Singleton;
import org.stridescope.script.Values.TypeValue;
import org.stridescope.script.Values.UfuncValue;

/** Values as Python writes them. */
public final class Repr {
    /** 4300 decimal digits. */
    private static final int MOST_BITS = 14_285;

    private Repr() {}

    /** {@code str(value)}: what print shows. */
    public static String str(Object value) {
        return switch (value) {
            case String text -> text;
            case NDArray array -> ArrayText.str(array);
            case Scalar scalar -> scalar(scalar);
            case ExceptionValue exception -> switch (exception.args().size()) {
                case 0 -> "";
                case 1 -> exception.kind().equals("KeyError")
                        ? repr(exception.args().getFirst())
                        : str(exception.args().getFirst());
                default -> repr(new PyTuple(exception.args()));
            };
            case DTypeValue dtype -> dtype.dtype().pythonName();
            default -> repr(value);
        };
    }

    /** {@code repr(value)}: what an interactive session shows. */
    public static String repr(Object value) {
        return new ReprWriter().write(value).toString();
    }

    /** Of a value that holds no others. */
    static String plain(Object value) {
        return switch (value) {
            case Singleton singleton -> singleton == Singleton.NONE ? "None" : "Ellipsis";
            case Boolean truth -> truth ? "True" : "False";
            case Double real -> real(real);
            case java.math.BigInteger big -> digits(big);
            case String text -> quoted(text);
            case Complex complex -> complex(complex);
            case PyRange range ->
                "range(" + range.start() + ", " + range.stop() + (range.step() == 1 ? "" : ", " + range.step()) + ")";
            case NDArray array -> ArrayText.repr(array);
            case Scalar scalar -> scalar(scalar);
            case DTypeValue dtype -> "dtype('" + dtype.dtype().pythonName() + "')";
            case TypeValue type ->
                "<class '" + (type.dtype() != null && type.make() != null && !isPython(type.name()) ? "numpy." : "")
                        + type.name() + "'>";
            case UfuncValue ufunc -> "<ufunc '" + ufunc.ufunc().name() + "'>";
            case Module module -> "<module '" + module.name() + "'>";
            case Function function -> "<function " + function.name() + ">";
            case Builtin builtin -> "<built-in function " + builtin.name() + ">";
            case Flags flags -> flags(flags.array());
            case PyIterator iterator -> "<" + iterator.type + " object>";
            case Custom custom -> custom.repr();
            default -> value.toString();
        };
    }

    /** Python's own bound: writing out a huge integer takes too long. */
    static String digits(java.math.BigInteger big) {
        if (big.bitLength() > MOST_BITS)
            throw ScriptError.value("Exceeds the limit (4300 digits) for integer string conversion; use"
                    + " sys.set_int_max_str_digits() to increase the limit");
        return big.toString();
    }

    private static boolean isPython(String name) {
        return name.equals("int") || name.equals("float") || name.equals("bool") || name.equals("complex");
    }

    private static String flags(NDArray array) {
        return "  C_CONTIGUOUS : " + python(array.isCContiguous()) + "\n  F_CONTIGUOUS : "
                + python(array.isFContiguous())
                + "\n  OWNDATA : " + python(array.ownsData()) + "\n  WRITEABLE : " + python(array.isWriteable())
                + "\n  ALIGNED : True\n  WRITEBACKIFCOPY : False\n";
    }

    private static String python(boolean truth) {
        return truth ? "True" : "False";
    }

    private static String scalar(Scalar scalar) {
        return switch (Numbers.python(scalar)) {
            case Double real -> numpyFloat(real, scalar.dtype());
            case Complex complex -> complex(complex, scalar.dtype().part());
            case Boolean truth -> python(truth);
            case Object whole -> whole.toString();
        };
    }

    /** The shortest digits that read back as this dtype's value; scientific below 1e-4 and from 1e16 on. */
    static String numpyFloat(double value, org.stridescope.array.DType dtype) {
        if (dtype == org.stridescope.array.DType.FLOAT64)
            return real(value);
        if (Double.isNaN(value) || Double.isInfinite(value) || value == 0)
            return real(value);
        BigDecimal digits = ArrayText.shortest(value, dtype);
        return layOut(digits, value);
    }

    static String real(double value) {
        if (Double.isNaN(value))
            return "nan";
        if (Double.isInfinite(value))
            return value > 0 ? "inf" : "-inf";
        if (value == 0)
            return 1 / value < 0 ? "-0.0" : "0.0";
        return layOut(new BigDecimal(Double.toString(value)), value);
    }

    private static String layOut(BigDecimal digits, double value) {
        BigDecimal bare = digits.stripTrailingZeros();
        int exponent = bare.precision() - bare.scale() - 1;
        if (exponent >= -4 && exponent < 16) {
            String plain = bare.toPlainString();
            return plain.contains(".") ? plain : plain + ".0";
        }
        String mantissa = bare.unscaledValue().abs().toString();
        String sign = value < 0 ? "-" : "";
        String point = mantissa.length() > 1 ? mantissa.charAt(0) + "." + mantissa.substring(1) : mantissa;
        return sign + point + "e" + (exponent < 0 ? "-" : "+") + (Math.abs(exponent) < 10 ? "0" : "")
                + Math.abs(exponent);
    }

    private static String complex(Complex complex) {
        return complex(complex, org.stridescope.array.DType.FLOAT64);
    }

    private static String complex(Complex complex, org.stridescope.array.DType part) {
        String imaginary = trimmed(numpyFloat(complex.imaginary(), part)) + "j";
        boolean bare = complex.real() == 0 && Math.copySign(1, complex.real()) > 0;
        if (bare)
            return imaginary;
        String sign = imaginary.startsWith("-") ? "" : "+";
        return "(" + trimmed(numpyFloat(complex.real(), part)) + sign + imaginary + ")";
    }

    private static String trimmed(String number) {
        return number.endsWith(".0") ? number.substring(0, number.length() - 2) : number;
    }

    private static String quoted(String text) {
        char quote = text.contains("'") && !text.contains("\"") ? '"' : '\'';
        StringBuilder out = new StringBuilder().append(quote);
        for (char c : text.toCharArray()) {
            switch (c) {
                case '\n' -> out.append("\\n");
                case '\t' -> out.append("\\t");
                case '\r' -> out.append("\\r");
                case '\\' -> out.append("\\\\");
                default -> {
                    if (c == quote)
                        out.append('\\');
                    out.append(c < 32 ? String.format("\\x%02x", (int) c) : String.valueOf(c));
                }
            }
        }
        return out.append(quote).toString();
    }
}
