package org.stridescope.script;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.stridescope.array.Index;
import org.stridescope.array.Indexing;
import org.stridescope.array.NDArray;
import org.stridescope.array.Shapes;
import org.stridescope.array.Slice;
import org.stridescope.io.ArraySource;
import org.stridescope.io.IoError;
import org.stridescope.io.hdf5.Hdf5Dataset;
import org.stridescope.io.hdf5.Hdf5File;
import org.stridescope.script.Values.Custom;
import org.stridescope.script.Values.DTypeValue;
import org.stridescope.script.Values.PyTuple;
import org.stridescope.script.Values.Singleton;

/** {@code h5py.File(path)['/t2m']}: files and datasets as a script sees them. Nothing is read before it is indexed. */
final class Hdf5Values {
    private Hdf5Values() {}

    static Object open(Call call) {
        String mode = call.text("mode", "r");
        if (!mode.equals("r"))
            throw new ScriptError("PermissionError", "scripts only read HDF5 files: mode 'r', not '" + mode + "'");
        try {
            return new FileValue(Hdf5File.open(Path.of(call.text("name", ""))));
        } catch (IoError e) {
            boolean missing = e.getCause() instanceof java.nio.file.NoSuchFileException;
            throw new ScriptError(missing ? "FileNotFoundError" : "OSError", String.valueOf(e.getMessage()));
        }
    }

    record FileValue(Hdf5File file) implements Custom {
        @Override
        public String typeName() {
            return "File";
        }

        @Override
        public String repr() {
            return "<HDF5 file \"" + file.path().getFileName() + "\" (mode r)>";
        }

        @Override
        public java.util.Collection<Object> holds() {
            return List.of();
        }

        @Override
        public @Nullable Object attribute(String name) {
            return switch (name) {
                case "filename" -> file.path().toString();
                case "keys" -> Attributes.bound("keys()", call -> new Values.PyList(new ArrayList<>(keys())));
                case "__iter__" -> Attributes.bound("__iter__()", call -> new Values.PyList(new ArrayList<>(keys())));
                case "__len__" -> (long) keys().size();
                case "__getitem__" -> Attributes.bound("__getitem__(name)", call -> dataset(call.text("name", "")));
                // datasets of a file may still be read by graphs made from them
                case "close", "__exit__" -> Attributes.bound(name + "()", call -> Singleton.NONE);
                default -> null;
            };
        }

        private List<Object> keys() {
            return file.names().stream().<Object>map(path -> path.substring(1)).toList();
        }

        private Object dataset(String name) {
            try {
                return new Dataset(file.dataset(name));
            } catch (IoError e) {
                boolean missing = String.valueOf(e.getMessage()).contains("there is no dataset");
                throw new ScriptError(missing ? "KeyError" : "OSError", String.valueOf(e.getMessage()));
            }
        }
    }

    record Dataset(Hdf5Dataset dataset) implements Custom {
        ArraySource source() {
            return dataset;
        }

        @Override
        public String typeName() {
            return "Dataset";
        }

        @Override
        public String repr() {
            return "<HDF5 dataset \"" + dataset.path().substring(1) + "\": shape " + Shapes.text(dataset.shape())
                    + ", type \"" + code() + "\">";
        }

        private String code() {
            char kind = dataset.dtype().kind().letter();
            return (dataset.dtype().itemsize() == 1 ? "|" : "<") + kind + dataset.dtype().itemsize();
        }

        @Override
        public java.util.Collection<Object> holds() {
            return List.of();
        }

        @Override
        public @Nullable Object attribute(String name) {
            long[] blocks = dataset.blocks();
            return switch (name) {
                case "shape" -> PyTuple.ofLongs(dataset.shape());
                case "dtype" -> new DTypeValue(dataset.dtype());
                case "ndim" -> (long) dataset.shape().length;
                case "size" -> size();
                case "nbytes" -> size() * dataset.dtype().itemsize();
                case "chunks" -> blocks == null ? Singleton.NONE : PyTuple.ofLongs(blocks);
                case "name" -> dataset.path();
                case "__len__" -> dataset.shape().length == 0 ? null : (Long) dataset.shape()[0];
                case "__getitem__" -> Attributes.bound("__getitem__(index)", this::get);
                default -> null;
            };
        }

        private long size() {
            long size = 1;
            for (long length : dataset.shape())
                size *= length;
            return size;
        }

        /** Reads the rows that the first index needs, then takes what is asked for from them. */
        private Object get(Call call) {
            List<Index> indices = new ArrayList<>(Subscripting.indices(call.get("index"), call.interpreter()));
            long[] shape = dataset.shape();
            long[] start = new long[shape.length];
            if (shape.length > 0 && !indices.isEmpty() && indices.getFirst() instanceof Index.Range(Slice slice)) {
                Slice.Range rows = slice.over(shape[0]);
                long last = rows.start() + Math.max(0, rows.length() - 1) * rows.step();
                start[0] = rows.length() == 0 ? 0 : Math.min(rows.start(), last);
                shape[0] = rows.length() == 0 ? 0 : Math.abs(last - rows.start()) + 1;
                indices.set(0, new Index.Range(new Slice(null, null, rows.step())));
            } else if (shape.length > 0 && !indices.isEmpty() && indices.getFirst() instanceof Index.At(long row)) {
                if (row < -shape[0] || row >= shape[0])
                    throw ScriptError.index("Index (" + row + ") out of range for (0-" + (shape[0] - 1) + ")");
                start[0] = row < 0 ? row + shape[0] : row;
                shape[0] = 1;
                indices.set(0, new Index.At(0));
            }
            try {
                NDArray read = dataset.read(call.memory(), start, shape);
                return Arrays.unwrapped(Indexing.get(read, indices, call.memory()));
            } catch (IoError e) {
                throw new ScriptError("OSError", String.valueOf(e.getMessage()));
            }
        }
    }
}
