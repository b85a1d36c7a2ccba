"""Makes a socket of the internet, as nothing in Bond Diary may: the record of system calls is to show it."""

import socket

socket.socket(socket.AF_INET, socket.SOCK_DGRAM).close()
