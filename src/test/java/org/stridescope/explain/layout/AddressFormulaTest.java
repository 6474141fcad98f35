package org.stridescope.explain.layout;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.stridescope.array.ArrayError;
import org.stridescope.array.ArrayMemory;
import org.stridescope.array.DType;
import org.stridescope.array.NDArray;
import org.stridescope.array.Slice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AddressFormulaTest {
    private final NDArray x = NDArray.zeros(ArrayMemory.collected(), DType.INT8, 4, 4);
    private final StrideWords words = new StrideWords(1, List.of(new Variable("x", x)));

    @Test
    void spellsTheDrawnExample() {
        NDArray y = x.transpose().slice(new Slice(null, null, -1L), Slice.of(1, 3));
        AddressFormula formula = AddressFormula.of(y.layout(), words, 1, 0);
        assertThat(formula.text()).isEqualTo("offset 7 + 1\u00b7(\u22121) + 0\u00b74 = 6");
        assertThat(formula.gloss()).isEqualTo("axis 0 walks back one byte, axis 1 jumps a whole row of x");
    }

    @Test
    void sumsToTheAddressOfEveryItemOfAnyView() {
        RandomViews views = new RandomViews(1);
        for (int trial = 0; trial < 300; trial++) {
            NDArray view = views.view(views.owner());
            for (long[] index : RandomViews.indices(view.layout())) {
                AddressFormula formula = AddressFormula.of(view.layout(), new StrideWords(view.itemsize(), List.of()),
                        index);
                long sum = formula.offset();
                for (AddressFormula.Term term : formula.terms())
                    sum += term.index() * term.stride();
                assertThat(formula.address()).isEqualTo(sum).isEqualTo(view.layout().offset(index));
            }
        }
    }

    @Test
    void refusesAnIndexOutsideTheShape() {
        assertThatThrownBy(() -> AddressFormula.of(x.layout(), words, 4, 0)).isInstanceOf(ArrayError.class)
                .hasMessage("index 4 is out of bounds for axis 0 with size 4");
        assertThatThrownBy(() -> AddressFormula.of(x.layout(), words, 1)).isInstanceOf(ArrayError.class);
    }

    @Test
    void wordsForEveryKindOfStride() {
        NDArray f = NDArray.zerosF(ArrayMemory.collected(), DType.INT32, 3, 5);
        NDArray cube = NDArray.zeros(ArrayMemory.collected(), DType.INT32, 2, 3, 4);
        StrideWords columns = new StrideWords(4, List.of(new Variable("f", f)));
        StrideWords planes = new StrideWords(4, List.of(new Variable("cube", cube)));
        assertThat(words.step(1, 1)).isEqualTo("has one item, its stride is never used");
        assertThat(words.step(1, 0)).startsWith("has no items");
        assertThat(words.step(0, 3)).startsWith("stays on the same item");
        assertThat(words.step(-8, 3)).isEqualTo("jumps back 2 rows of x");
        assertThat(words.step(2, 3)).isEqualTo("jumps 2 bytes");
        assertThat(columns.step(12, 3)).isEqualTo("jumps a whole column of f");
        assertThat(columns.step(4, 3)).isEqualTo("steps to the next item (4 bytes)");
        assertThat(columns.step(8, 3)).isEqualTo("jumps 2 items");
        assertThat(columns.step(6, 3)).isEqualTo("moves 6 bytes, not a whole number of items");
        assertThat(planes.step(48, 2)).isEqualTo("jumps a whole plane of cube");
        assertThat(planes.step(16, 2)).isEqualTo("jumps a whole row of cube");
    }
}
