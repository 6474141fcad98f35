! raised whenever a procedure of this library changes its arguments or its meaning
integer(c_int) function abi() bind(C, name="stridescope_fortran_abi")
  use iso_c_binding
  abi = 3
end function
