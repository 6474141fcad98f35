package org.stridescope.script;

import org.jspecify.annotations.Nullable;

import org.stridescope.script.Values.Builtin;
import org.stridescope.script.Values.Custom;
import org.stridescope.ufunc.random.Draws;

/** A generator as a script sees it: NumPy's {@code Generator}, or where {@code legacy} its {@code RandomState}. */
record RandomSource(Draws draws, boolean legacy) implements Custom {
    @Override
    public String typeName() {
        return legacy ? "numpy.random.mtrand.RandomState" : "numpy.random._generator.Generator";
    }

    @Override
    public String repr() {
        return legacy ? "RandomState(MT19937)" : "Generator(PCG64)";
    }

    @Override
    public java.util.Collection<Object> holds() {
        return java.util.List.of();
    }

    @Override
    public @Nullable Object attribute(String name) {
        Names methods = legacy ? RandomMethods.older() : RandomMethods.newer();
        return methods.map().get(name) instanceof Builtin method
                ? new Builtin(method.signature(), call -> method.body().call(RandomMethods.by(this, call)))
                : null;
    }
}
