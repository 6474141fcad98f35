"""Computes the mean of the five files beside it with h5py and NumPy, and compares it with mean.npy."""
import glob
import os

import h5py
import numpy as np

HERE = os.path.dirname(os.path.abspath(__file__))
days = [h5py.File(name, "r")["/t2m"][:] for name in sorted(glob.glob(os.path.join(HERE, "*.hdf5")))]
mean = np.stack(days).astype("f8").mean(axis=0)
np.testing.assert_allclose(mean, np.load(os.path.join(HERE, "mean.npy")), rtol=1e-7)
print("mean.npy is the mean of", len(days), "days")
