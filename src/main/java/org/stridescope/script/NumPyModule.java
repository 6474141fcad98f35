package org.stridescope.script;

import org.stridescope.array.DType;
import org.stridescope.script.Values.DTypeValue;
import org.stridescope.script.Values.Module;
import org.stridescope.script.Values.Singleton;
import org.stridescope.script.Values.TypeValue;
import org.stridescope.ufunc.Ufuncs;

/** The module numpy, put together from its families of functions. */
final class NumPyModule {
    private NumPyModule() {}

    static Module make() {
        Names names = new Names();
        Ufuncs.all().forEach((name, ufunc) -> {
            if (!name.equals("angle"))
                names.value(name, UfuncCalls.value(ufunc));
        });
        constants(names);
        types(names);
        NumPyCreation.into(names);
        NumPyRanges.into(names);
        NumPyShapes.into(names);
        NumPyJoining.into(names);
        NumPyReductions.into(names);
        NumPySearching.into(names);
        NumPyTypes.into(names);
        NumPyProducts.into(names);
        NumPyNan.into(names);
        NumPyQuantiles.into(names);
        NumPyBins.into(names);
        NumPySets.into(names);
        NumPyGrids.into(names);
        NumPyIndices.into(names);
        NumPyPutting.into(names);
        NumPyCalculus.into(names);
        NumPySignals.into(names);
        NumPyPolynomials.into(names);
        NumPyPadding.into(names);
        NumPyPlaces.into(names);
        NumPyPrinting.into(names);
        names.value("random", NumPyRandom.module());
        names.value("fft", NumPyFourier.module());
        names.value("linalg", NumPyLinalg.module());
        Module tricks = NumPyShapes.strideTricks();
        names.value("lib", new Names().value("stride_tricks", tricks).module("numpy.lib"));
        return names.module("numpy");
    }

    private static void constants(Names names) {
        names.value("newaxis", Singleton.NONE).value("pi", Math.PI).value("e", Math.E).value("euler_gamma",
                0.5772156649015329);
        names.value("inf", Double.POSITIVE_INFINITY).value("Inf", Double.POSITIVE_INFINITY).value("infty",
                Double.POSITIVE_INFINITY);
        names.value("nan", Double.NaN).value("NaN", Double.NaN).value("__version__", "1.24.2");
        names.value("NINF", Double.NEGATIVE_INFINITY).value("PINF", Double.POSITIVE_INFINITY);
    }

    private static void types(Names names) {
        for (DType dtype : DType.values())
            names.value(Types.scalarName(dtype), Constructors.numpy(dtype));
        names.alias("byte", "int8").alias("ubyte", "uint8").alias("short", "int16").alias("ushort", "uint16")
                .alias("intc", "int32");
        names.alias("uintc", "uint32").alias("int_", "int64").alias("uint", "uint64").alias("intp", "int64")
                .alias("longlong", "int64");
        names.alias("half", "float16").alias("single", "float32").alias("double", "float64").alias("float_", "float64");
        names.alias("cdouble", "complex128").alias("csingle", "complex64").alias("singlecomplex", "complex64")
                .alias("complex_", "complex128");
        names.value("ndarray", new TypeValue("ndarray", null, null));
        for (String kind : new String[]{"integer", "signedinteger", "unsignedinteger", "floating", "inexact", "number",
                "generic",
                "complexfloating", "bool8"}) {
            names.value(kind, new TypeValue(kind, null, null));
        }
        names.function("dtype(dtype, align=, copy=)", call -> new DTypeValue(Types.dtype(call.get("dtype"))));
        names.value("AxisError", new TypeValue("AxisError", null, null));
    }
}
