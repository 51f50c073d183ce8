# The style all figures share: Okabe and Ito's colours (yellow left out: it vanishes on white), told
# apart by the points' shapes as well.  Lines of data are solid: a dash would look like a gap; a leader is dotted.  Linetypes 1-8 draw series, 9 the series that stay behind;
# 11-19 are the same colours darkened for text (contrast 4.5 to 1 on white); 21-23 grid, axis, comparison, 25 leader.
set encoding utf8
set linetype 1 lc rgb '#0072B2' dt 1 pt 7
set linetype 2 lc rgb '#D55E00' dt 1 pt 5
set linetype 3 lc rgb '#009E73' dt 1 pt 9
set linetype 4 lc rgb '#CC79A7' dt 1 pt 13
set linetype 5 lc rgb '#E69F00' dt 1 pt 11
set linetype 6 lc rgb '#56B4E9' dt 1 pt 6
set linetype 7 lc rgb '#666666' dt 1 pt 4
set linetype 8 lc rgb '#8C6D31' dt 1 pt 8
set linetype 9 lc rgb '#B3B3B3' dt 1 pt 7
set linetype 11 lc rgb '#005F94'
set linetype 12 lc rgb '#B04E00'
set linetype 13 lc rgb '#00704F'
set linetype 14 lc rgb '#A04A7B'
set linetype 15 lc rgb '#8F6300'
set linetype 16 lc rgb '#2371A3'
set linetype 17 lc rgb '#000000'
set linetype 18 lc rgb '#735926'
set linetype 19 lc rgb '#767676'
set linetype 21 lc rgb '#DDDDDD' dt 1
set linetype 22 lc rgb '#555555' dt 1
set linetype 23 lc rgb '#A6A6A6' dt 1
set palette defined (-1 '#D55E00', -0.5 '#EAAE7F', 0 '#F7F7F7', 0.5 '#7FB8D8', 1 '#0072B2')
unset colorbox
unset key
set border 0
set tics nomirror scale 0 noenhanced textcolor lt 22
set grid noxtics ytics back lt 21 lw 0.8
set style fill solid 1 noborder
set datafile separator whitespace
set samples 2
set linetype 24 lc rgb '#FFFFFF' dt 1
set linetype 25 lc rgb '#767676' dt (2,3)
