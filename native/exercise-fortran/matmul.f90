! The course's exercise: c = a b, three ways. Arrays are column-major, as Fortran has them; a row-major caller passes
! (b, a) and gets the transposed product, which is its own c.
!
! The build compiles this file twice: as it stands, and in single precision with c_float for c_double and f32 for f64.
module exercise_matmul_f64
  use iso_c_binding
  implicit none
  ! a block of 64 x 64 numbers of each matrix fits into the second cache, three of them
  integer(c_int64_t), parameter :: block = 64
contains
  ! Three loops, as on the blackboard. The innermost runs along a row of a: each step jumps over a whole column of memory.
  subroutine plain(a, b, c, n, m, k) bind(C, name="stridescope_matmul_plain_f64")
    integer(c_int64_t), value :: n, m, k
    real(c_double), intent(in) :: a(n, k), b(k, m)
    real(c_double), intent(out) :: c(n, m)
    integer(c_int64_t) :: i, j, l
    real(c_double) :: s

    do j = 1, m
      do i = 1, n
        s = 0
        do l = 1, k
          s = s + a(i, l) * b(l, j)
        end do
        c(i, j) = s
      end do
    end do
  end subroutine

  ! The same loops in another order: the innermost runs down the columns of a and c, through memory as it lies, and has no
  ! sum to wait for, so it is vectorised.
  subroutine reordered(a, b, c, n, m, k) bind(C, name="stridescope_matmul_reordered_f64")
    integer(c_int64_t), value :: n, m, k
    real(c_double), intent(in) :: a(n, k), b(k, m)
    real(c_double), intent(out) :: c(n, m)
    integer(c_int64_t) :: i, j, l

    c = 0
    do j = 1, m
      do l = 1, k
        do i = 1, n
          c(i, j) = c(i, j) + a(i, l) * b(l, j)
        end do
      end do
    end do
  end subroutine

  ! Reordered, and block by block: what is read again is still in the caches.
  subroutine blocked(a, b, c, n, m, k) bind(C, name="stridescope_matmul_blocked_f64")
    integer(c_int64_t), value :: n, m, k
    real(c_double), intent(in) :: a(n, k), b(k, m)
    real(c_double), intent(out) :: c(n, m)
    integer(c_int64_t) :: i, j, l, jj, ll, ii, i_end

    c = 0
    do jj = 1, m, block
      do ll = 1, k, block
        do ii = 1, n, block
          i_end = min(ii + block - 1, n)
          do j = jj, min(jj + block - 1, m)
            do l = ll, min(ll + block - 1, k)
              do i = ii, i_end
                c(i, j) = c(i, j) + a(i, l) * b(l, j)
              end do
            end do
          end do
        end do
      end do
    end do
  end subroutine

  ! What the language offers.
  subroutine intrinsic(a, b, c, n, m, k) bind(C, name="stridescope_matmul_intrinsic_f64")
    integer(c_int64_t), value :: n, m, k
    real(c_double), intent(in) :: a(n, k), b(k, m)
    real(c_double), intent(out) :: c(n, m)

    c = matmul(a, b)
  end subroutine
end module
