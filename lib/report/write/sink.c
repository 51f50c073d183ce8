/* sink.c -- what writers have written, handed on in large pieces. */
#include "report/write/writer.h"

enum { PIECE = 1 << 16 };

void pst_sink_hand_over(struct pst_sink *sink)
{
  if (sink->buffer->size > 0)
    fwrite(sink->buffer->data, 1, sink->buffer->size, sink->file);
  pst_buffer_clear(sink->buffer);
}

char *pst_sink_room(struct pst_buffer *buffer, size_t size)
{
  const size_t had = buffer->size;

  if (buffer->capacity <= had || buffer->capacity - had <= size) {
    pst_buffer_repeat(buffer, ' ', size + 1);
    pst_buffer_cut(buffer, had);
  }
  return buffer->failed ? NULL : buffer->data + had;
}

void pst_sink_drain(struct pst_sink *sink)
{
  if (sink->file != NULL && sink->buffer->size >= PIECE)
    pst_sink_hand_over(sink);
}
