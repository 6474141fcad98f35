// placeholder until limits stand
typedef int nothing_yet;
