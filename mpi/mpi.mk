# mpi.mk -- polstat-mpi.so, by which ranks of MPI work together: made where mpicc is, and by nobody missed elsewhere.

MPICC ?= mpicc
MPI_PLUGIN = $(BUILD)/lib/polstat/polstat-mpi.so
# What mpicc would say: its own flags, without its compiler.
MPI_CAN := $(shell printf '\043include <mpi.h>\n' | $(MPICC) -E -x c - >/dev/null 2>&1 && echo yes)

ifeq ($(MPI_CAN),yes)
programs: $(MPI_PLUGIN)
MPI_MADE = $(MPI_PLUGIN)
endif

$(MPI_PLUGIN): mpi/polstat-mpi.c lib/scale/comm.h $(BUILD)/flags
	@mkdir -p $(@D)
	OMPI_CC='$(CC)' $(MPICC) -shared $(filter-out -pie -Wcast-qual -Wpedantic,$(ALL_CFLAGS)) $< $(filter-out -pie,$(ALL_LDFLAGS)) -o $@

## mpi: build/lib/polstat/polstat-mpi.so, by which the processes of mpirun and srun work together (programs makes it too, where mpicc is)
.PHONY: mpi
mpi:
	@if test '$(MPI_CAN)' != yes; then echo 'mpi: $(MPICC) is not there, or not its headers: apt-get install libopenmpi-dev' >&2; exit 1; fi
	+@$(MAKE_QUIETLY) -s $(MPI_PLUGIN)
