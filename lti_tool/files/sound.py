"""Whether bytes are an MP3: a tag perhaps, then frame after frame of MPEG audio."""
BITRATES = {  # kbit/s by index, of layer III
    1: (32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    2: (8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
}
RATES = {3: (44100, 48000, 32000), 2: (22050, 24000, 16000), 0: (11025, 12000, 8000)}  # by the version's two bits
FRAMES_IN_A_ROW = 3
PADDING_AT_MOST = 64 * 1024


def is_sound(data: bytes) -> bool:
    place = after_tags(data)
    padded = place
    while place < min(len(data), padded + PADDING_AT_MOST) and data[place] == 0:
        place += 1
    for _frame in range(FRAMES_IN_A_ROW):
        length = frame_length(data[place:place + 4])
        if not length or place + length > len(data):
            return False
        place += length
    return True


def after_tags(data: bytes) -> int:
    """Where the first frame should be: behind ID3v2 tags, whose sizes have seven bits in a byte."""
    place = 0
    while data[place:place + 3] == b"ID3" and len(data) >= place + 10:
        size = data[place + 6:place + 10]
        if any(byte > 127 for byte in size):
            return len(data)
        footer = 10 if data[place + 5] & 0x10 else 0
        place += 10 + footer + sum(byte << shift for byte, shift in zip(size, (21, 14, 7, 0)))
    return place


def frame_length(head: bytes) -> int:
    """In bytes, 0 when it is no frame of layer III."""
    if len(head) < 4 or head[0] != 0xFF or head[1] & 0xE0 != 0xE0:
        return 0
    version, layer, bitrate, rate = head[1] >> 3 & 3, head[1] >> 1 & 3, head[2] >> 4, head[2] >> 2 & 3
    if version == 1 or layer != 1 or bitrate in (0, 15) or rate == 3:
        return 0
    first = version == 3
    return (144 if first else 72) * BITRATES[1 if first else 2][bitrate - 1] * 1000 // RATES[version][rate] + (head[2] >> 1 & 1)
